// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import dev.assay.contracts.Bounds;
import dev.assay.prompts.reading.AsciiEquivalents;
import dev.assay.text.WorkBudget;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The judgement at the end of a reply, as read from its last marker.
 *
 * <p>A marker counts only where it has a line to itself: in the middle of a sentence it may be a
 * marker that the model talks about. Where a later sentence names another step in a marker, the
 * reply contradicts itself and is not read.
 *
 * @param step the first wrong step, from 0, or {@link #NONE}
 * @param why what is wrong with it
 * @param suggestion what it should say, or null
 */
record StepMarker(int step, String why, @Nullable String suggestion) {

  static final int NONE = -1;

  // Possessive: a line of a hundred thousand asterisks is looked at once.
  private static final String ORNAMENT = "[ \\t*_`$#]*+";
  private static final String LABEL =
      "(?:(?:final )?(?:answer|verdict|judge?ment|conclusion|result)" + ORNAMENT + ":)?";
  private static final String BOX = "\\\\{0,2}box(?:ed)? ?\\{ ?(?:\\\\text ?\\{ ?)?step[ _]?";

  private static final String DISPLAY = "(?:\\\\[\\[(])?" + ORNAMENT;
  private static final String DISPLAY_END = ORNAMENT + "(?:\\\\[])])?";

  private static final Pattern ON_ITS_OWN =
      Pattern.compile(
          "^"
              + ORNAMENT
              + LABEL
              + ORNAMENT
              + DISPLAY
              + BOX
              + "(-?\\d+) ?\\}{1,2}\\.?"
              + DISPLAY_END
              + ORNAMENT
              + "\\.?$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** Any mention of a marker, with whatever stands for the number. */
  private static final Pattern MENTION =
      Pattern.compile(BOX + "([^}\\n]{0,20})", Pattern.CASE_INSENSITIVE);

  private static final String NOT_A_STEP = "-1";

  /** Past this many digits no solution has such a step, and no int such a number. */
  private static final int MOST_DIGITS = 9;

  boolean clean() {
    return step == NONE;
  }

  /** The judgement of a solution of so many steps, or empty if what was said holds none. */
  static Optional<StepMarker> read(String said, int steps) {
    return WorkBudget.forText(said).run(() -> find(said, steps), Optional::empty);
  }

  private static Optional<StepMarker> find(String said, int steps) {
    String ascii = AsciiEquivalents.ascii(said);
    return last(ON_ITS_OWN.matcher(WorkBudget.metered(ascii)))
        .filter(marker -> isFinal(marker, ascii) && isOf(marker.group(1), steps))
        .map(marker -> read(marker, said));
  }

  private static Optional<MatchResult> last(Matcher matcher) {
    return matcher.results().reduce((_, later) -> later);
  }

  private static boolean isFinal(MatchResult marker, String ascii) {
    return MENTION
        .matcher(WorkBudget.metered(ascii.substring(marker.end())))
        .results()
        .allMatch(later -> later.group(1).strip().equals(marker.group(1)));
  }

  /** A solution without steps cannot be judged, not even to be free of errors. */
  private static boolean isOf(String number, int steps) {
    if (number.startsWith("-")) {
      return number.equals(NOT_A_STEP) && steps > 0;
    }
    return number.length() <= MOST_DIGITS && Integer.parseInt(number) < steps;
  }

  private static StepMarker read(MatchResult marker, String said) {
    StatedReasons reasons =
        StatedReasons.around(said.substring(0, marker.start()), said.substring(marker.end()));
    return new StepMarker(
        Integer.parseInt(marker.group(1)),
        Bounds.shortened(reasons.why(), Bounds.REASON),
        reasons
            .suggestion()
            .map(suggestion -> Bounds.shortened(suggestion, Bounds.REASON))
            .orElse(null));
  }
}
