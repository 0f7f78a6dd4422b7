// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The questions that the embedded model was trained on: two bracketed groups of four one-digit
 * integers, the grammar of BIG-Bench Hard's multi-step arithmetic.
 */
final class ArithmeticQuestion {

  private static final String GROUP = "\\(-?\\d(?:[-+*]-?\\d){3}\\)";
  private static final Pattern TWO_GROUPS = Pattern.compile(GROUP + "[-+*]" + GROUP);
  // Far longer than any question of the grammar, however generously it is spaced.
  private static final int LONGEST = 500;

  private ArithmeticQuestion() {}

  /** The question without spaces, outer brackets and equals sign, or empty if it is another one. */
  static Optional<String> compact(String question) {
    if (question.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = question.replaceAll("\\s+", "").replaceFirst("=\\??$", "");
    if (plain.startsWith("((") && plain.endsWith("))")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    return Optional.of(plain).filter(text -> TWO_GROUPS.matcher(text).matches());
  }
}
