// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Verdict.FirstError;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the solution of a mirrored question says about the lines of the question itself: its groups
 * are the same, swapped, and negated if one is subtracted from the other.
 *
 * @param first what the first group of the question itself comes to
 * @param second what its second group comes to
 * @param answer what both questions come to
 */
record MirroredArithmetic(String first, String second, String answer) {

  private static final String NUMBER = "-?[0-9]{1,18}";

  /** A line that is one operation; its groups are the operator and what it comes to. */
  static final Pattern STEP = Pattern.compile(NUMBER + "([-+*])" + NUMBER + "=(" + NUMBER + ")");

  // Four numbers make three lines. The groups come first, the line that joins them is the last.
  private static final int FIRST_END = 2;
  private static final int SECOND_END = 5;
  private static final int FEWEST_LINES = 8;

  /**
   * Reads the lines of a solution. One that is broken off, or whose answer is not what its last
   * step comes to, is none.
   */
  static Optional<MirroredArithmetic> of(List<String> lines) {
    int steps = lines.size() - 1;
    List<MatchResult> parts =
        lines.stream()
            .map(STEP::matcher)
            .filter(Matcher::matches)
            .map(Matcher::toMatchResult)
            .toList();
    if (lines.size() < FEWEST_LINES
        || parts.size() != steps
        || !lines.getLast().equals("#" + parts.getLast().group(2))) {
      return Optional.empty();
    }
    boolean negated = parts.getLast().group(1).equals("-");
    return Optional.of(
        new MirroredArithmetic(
            signed(parts.get(SECOND_END).group(2), negated),
            signed(parts.get(FIRST_END).group(2), negated),
            parts.getLast().group(2)));
  }

  private static String signed(String number, boolean negated) {
    return negated ? Long.toString(-Long.parseLong(number)) : number;
  }

  /** The first claimed line that says something else, of a solution with another answer. */
  FirstError firstError(List<String> claimed) {
    int last = claimed.size() - 1;
    return Stream.of(
            error(claimed, FIRST_END, first),
            error(claimed, SECOND_END, second),
            error(claimed, Math.max(SECOND_END + 1, last - 1), answer))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> says(claimed, Math.max(0, last), answer));
  }

  private static Optional<FirstError> error(List<String> claimed, int index, String value) {
    return index < claimed.size() && claimed.get(index).endsWith("=" + value)
        ? Optional.empty()
        : Optional.of(says(claimed, Math.min(index, claimed.size()), value));
  }

  private static FirstError says(List<String> claimed, int index, String value) {
    String claim = index < claimed.size() ? claimed.get(index) : "nothing";
    String why = "the step says " + claim + "; by another route it comes to " + value;
    return new FirstError(index, Bounds.shortened(why, Bounds.REASON));
  }
}
