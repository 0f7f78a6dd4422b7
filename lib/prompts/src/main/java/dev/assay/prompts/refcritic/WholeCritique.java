// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.refcritic;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Verdict;
import dev.assay.model.Reply;
import dev.assay.prompts.judging.Judged;
import dev.assay.prompts.judging.StepMarker;
import dev.assay.prompts.judging.StepMention;
import dev.assay.prompts.judging.WholeVerdict;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A critique of a solution as a whole.
 *
 * @param why it is wrong, if it is
 * @param suggestion how to write it anew, or null
 */
record WholeCritique(boolean correct, String why, @Nullable String suggestion) {

  private static final JudgementLine LINES = new JudgementLine();

  /** Of a reason that is the end of the analysis. */
  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:#{1,6}\\h[^\\n]{1,60}\\n\\s*|[*_]{0,2}analysis[*_\\h]{0,3}:[*_\\h]{0,3})",
          Pattern.CASE_INSENSITIVE);

  /**
   * The critique of a reply, or empty if it judges nothing. What follows a judgement may be cut
   * off: suggestions are of use without their end.
   */
  static Optional<WholeCritique> read(Reply reply, Judged judged) {
    return StepMarker.last(reply, judged, LINES)
        .map(mention -> read(mention, reply.text().strip()));
  }

  private static WholeCritique read(StepMention mention, String said) {
    Suggestions suggestions = Suggestions.in(said, mention.end());
    String judgement = said.substring(0, suggestions.start());
    String why = StepMarker.of(withoutDress(mention, said), judgement).why();
    return new WholeCritique(
        mention.step() == StepMention.NONE,
        HEADING.matcher(why).replaceFirst(""),
        suggestions.text().orElse(null));
  }

  /** With the signs of a heading or a list before it, which are no reason. */
  private static StepMention withoutDress(StepMention mention, String said) {
    int start = mention.start();
    while (start > 0
        && said.charAt(start - 1) != '\n'
        && !Character.isLetter(said.charAt(start - 1))) {
      start--;
    }
    return new StepMention(start, mention.end(), mention.step());
  }

  Critique critique() {
    return correct ? new Sound() : Flawed.somewhere(why, suggestion);
  }

  Verdict verdict() {
    return WholeVerdict.of(correct, Optional.empty(), why);
  }
}
