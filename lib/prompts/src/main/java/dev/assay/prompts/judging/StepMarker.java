// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of a reply, as read from its author's own last marker.
 *
 * <p>It need not have a line to itself, and may be dressed up; what is asked for is stricter than
 * what is read. Nothing is guessed: a marker that is supposed, denied, described or repeated is no
 * judgement, nor is one that names a step that there is not.
 *
 * @param step the first wrong step, from 0, or {@link StepMention#NONE}
 * @param why what is wrong with it, within {@link Bounds#REASON}
 * @param suggestion what it should say, likewise, or null
 */
public record StepMarker(int step, String why, @Nullable String suggestion) {

  private static final double SURE = 1;

  public StepMarker {
    why = Bounds.shortened(why, Bounds.REASON);
    suggestion = suggestion == null ? null : Bounds.shortened(suggestion, Bounds.REASON);
  }

  /** Whether every step holds. */
  public boolean clean() {
    return step == StepMention.NONE;
  }

  /** The same from a critic. */
  public Critique critique() {
    return clean() ? new Sound() : new Flawed(step, why, suggestion);
  }

  /** The same from a verifier. */
  public Verdict verdict() {
    return clean() ? new Correct(SURE) : new FirstError(step, why);
  }

  /**
   * The judgement of a solution, or empty if what was said holds none: two markers that contradict
   * each other are none, unless one is taken back. A reply that was cut off is one if its
   * conclusion was said before: what is missing then is part of the reason.
   *
   * @param steps of the solution; one without any cannot be judged, not even to be free of errors
   */
  public static Optional<StepMarker> read(Reply reply, List<String> steps) {
    return read(reply, new Judged(steps, List.of()));
  }

  /**
   * The same, where more was shown than the solution.
   *
   * @param judged what the author of the reply had before him
   */
  public static Optional<StepMarker> read(Reply reply, Judged judged) {
    String said = reply.text().strip();
    boolean whole = reply.finish() == Finish.STOP;
    return WorkBudget.forText(said + String.join("", judged.texts()))
        .run(() -> find(said, whole, judged), Optional::empty);
  }

  private static Optional<StepMarker> find(String said, boolean whole, Judged judged) {
    return new OwnConclusion(said, whole, judged)
        .find()
        .filter(mention -> names(mention, judged.steps()))
        .map(mention -> reasoned(mention, said));
  }

  /**
   * The marker that judges a solution where the last one counts, or empty if there is none.
   *
   * @param syntax how markers are written
   */
  public static Optional<StepMention> last(Reply reply, Judged judged, MarkerSyntax syntax) {
    String said = reply.text().strip();
    boolean whole = reply.finish() == Finish.STOP;
    Optional<StepMention> last =
        WorkBudget.forText(said + String.join("", judged.texts()))
            .run(() -> new LastMarker(said, whole, judged, syntax).find(), Optional::empty);
    return last.filter(mention -> names(mention, judged.steps()));
  }

  private static boolean names(StepMention mention, List<String> steps) {
    return !steps.isEmpty() && mention.step() >= StepMention.NONE && mention.step() < steps.size();
  }

  /**
   * A marker with the reason that stands around it.
   *
   * @param said the reply's text, without blanks around it
   */
  public static StepMarker of(StepMention mention, String said) {
    return WorkBudget.forText(said)
        .run(
            () -> reasoned(mention, said),
            () -> new StepMarker(mention.step(), StatedReasons.NONE_GIVEN, null));
  }

  private static StepMarker reasoned(StepMention mention, String said) {
    StatedReasons reasons =
        StatedReasons.around(said.substring(0, mention.start()), said.substring(mention.end()));
    return new StepMarker(mention.step(), reasons.why(), reasons.suggestion().orElse(null));
  }
}
