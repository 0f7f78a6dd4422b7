// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.contracts.Bounds;
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
 * judgement, nor are two that contradict each other.
 *
 * @param step the first wrong step, from 0, or {@link #NONE}
 * @param why what is wrong with it
 * @param suggestion what it should say, or null
 */
record StepMarker(int step, String why, @Nullable String suggestion) {

  static final int NONE = -1;

  boolean clean() {
    return step == NONE;
  }

  /**
   * The judgement of a solution, or empty if what was said holds none. A reply that was cut off is
   * one if its conclusion was said before: what is missing then is part of the reason.
   *
   * @param steps of the solution; one without any cannot be judged, not even to be free of errors
   */
  static Optional<StepMarker> read(Reply reply, List<String> steps) {
    String said = reply.text().strip();
    boolean whole = reply.finish() == Finish.STOP;
    return WorkBudget.forText(said + String.join("", steps))
        .run(() -> find(said, whole, steps), Optional::empty);
  }

  private static Optional<StepMarker> find(String said, boolean whole, List<String> steps) {
    return new OwnConclusion(said, whole, steps)
        .find()
        .filter(mention -> !steps.isEmpty() && mention.step() < steps.size())
        .map(mention -> read(mention, said));
  }

  private static StepMarker read(StepMention mention, String said) {
    StatedReasons reasons =
        StatedReasons.around(said.substring(0, mention.start()), said.substring(mention.end()));
    return new StepMarker(
        mention.step(),
        Bounds.shortened(reasons.why(), Bounds.REASON),
        reasons
            .suggestion()
            .map(suggestion -> Bounds.shortened(suggestion, Bounds.REASON))
            .orElse(null));
  }
}
