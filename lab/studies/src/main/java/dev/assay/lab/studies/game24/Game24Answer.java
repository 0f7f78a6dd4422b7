// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.game24;

import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The exact truth about an answer to a game of 24: the last line is an expression that uses each of
 * the four numbers once, the four operations and brackets, and equals 24.
 */
enum Game24Answer {
  SOLVED,
  /** The right numbers, another value. */
  WRONG_VALUE,
  /** A number is missing, is used twice or was never given. */
  WRONG_NUMBERS,
  /** No expression of the four operations, among them answers that say that there is none. */
  UNREADABLE;

  private static final Rational GOAL = Rational.of(24);
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern EXPRESSION = Pattern.compile("[-+*/()\\d.\\s\u00D7\u00F7\u2212]+");
  private static final String LABEL = "answer:";

  /**
   * Judges an answer by its own arithmetic, whatever it claims behind an equals sign.
   *
   * @param puzzle four numbers, separated by spaces
   */
  static Game24Answer of(String puzzle, String output) {
    String expression = expression(output);
    if (!EXPRESSION.matcher(expression).matches()) {
      return UNREADABLE;
    }
    Optional<Rational> value = Formula.parse(expression).flatMap(Formula::value);
    if (!numbers(expression).equals(numbers(puzzle))) {
      return WRONG_NUMBERS;
    }
    return value.map(v -> v.equals(GOAL) ? SOLVED : WRONG_VALUE).orElse(UNREADABLE);
  }

  private static String expression(String output) {
    String line = output.strip();
    line = line.substring(line.lastIndexOf('\n') + 1);
    int label = line.toLowerCase(Locale.ROOT).lastIndexOf(LABEL);
    String answer = label < 0 ? line : line.substring(label + LABEL.length());
    int equals = answer.indexOf('=');
    return (equals < 0 ? answer : answer.substring(0, equals)).strip();
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }
}
