// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arithmetic that the embedded model was trained on: two bracketed groups of four one-digit
 * integers, the grammar of BIG-Bench Hard's multi-step arithmetic.
 *
 * @param numbers eight, from -9 to 9
 * @param operators seven of {@code + - *}; the fourth joins the groups
 */
public record ArithmeticQuestion(List<Integer> numbers, String operators) {

  /** Numbers in a group. */
  public static final int GROUP = 4;

  private static final String BRACKETED = "\\(-?\\d(?:[-+*]-?\\d){3}\\)";
  private static final Pattern TWO_GROUPS = Pattern.compile(BRACKETED + "[-+*]" + BRACKETED);
  private static final Pattern NUMBER = Pattern.compile("(-?\\d)([-+*]?)");
  // Far longer than any question of the grammar, however generously it is spaced.
  private static final int LONGEST = 500;

  public ArithmeticQuestion {
    numbers = List.copyOf(numbers);
  }

  /** Reads any spelling of such a question, or is empty if it is another one. */
  public static Optional<ArithmeticQuestion> of(String question) {
    if (question.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = question.replaceAll("\\s+", "").replaceFirst("=\\??$", "");
    if (plain.startsWith("((") && plain.endsWith("))")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    return TWO_GROUPS.matcher(plain).matches()
        ? Optional.of(parsed(plain.replaceAll("[()]", "")))
        : Optional.empty();
  }

  private static ArithmeticQuestion parsed(String flat) {
    List<Integer> numbers = new ArrayList<>();
    StringBuilder operators = new StringBuilder();
    Matcher number = NUMBER.matcher(flat);
    while (number.find()) {
      numbers.add(Integer.valueOf(number.group(1)));
      operators.append(number.group(2));
    }
    return new ArithmeticQuestion(numbers, operators.toString());
  }

  /** As the model reads it: without spaces, outer brackets and equals sign. */
  public String text() {
    StringBuilder text = new StringBuilder("(").append(numbers.getFirst());
    for (int i = 1; i < numbers.size(); i++) {
      char operator = operators.charAt(i - 1);
      text.append(i == GROUP ? ")" + operator + "(" : operator).append(numbers.get(i));
    }
    return text.append(')').toString();
  }

  /** The operator between the groups. */
  public char joint() {
    return operators.charAt(GROUP - 1);
  }

  /**
   * Another question of the same value, read from the other end: numbers and operators in reverse
   * order. Each product that would change its sign has its first factor negated; a difference of
   * groups, the other way round, is one of the negated groups: {@code g1-g2} is {@code -g2--g1}.
   *
   * <p>The operators stay as frequent as they are, and a negated digit is as likely as the digit:
   * of questions drawn uniformly the mirrored ones are uniform too, so a model meets in them
   * nothing but what it was trained on.
   */
  public ArithmeticQuestion mirrored() {
    List<Integer> mirrored = new ArrayList<>();
    for (int i = numbers.size() - 1; i >= 0; i--) {
      mirrored.add(changesSign(i) ? -numbers.get(i) : numbers.get(i));
    }
    return new ArithmeticQuestion(mirrored, new StringBuilder(operators).reverse().toString());
  }

  /** Whether the number opens a product whose sign differs between here and the mirrored text. */
  private boolean changesSign(int index) {
    boolean opensGroup = index % GROUP == GROUP - 1;
    if (!opensGroup && operators.charAt(index) == '*') {
      return false;
    }
    boolean subtractedThere = !opensGroup && operators.charAt(index) == '-';
    return subtractedThere != (isSubtracted(index) != (joint() == '-'));
  }

  /** Whether the product that the number belongs to is subtracted within its group. */
  private boolean isSubtracted(int index) {
    int first = index;
    while (first % GROUP > 0 && operators.charAt(first - 1) == '*') {
      first--;
    }
    return first % GROUP > 0 && operators.charAt(first - 1) == '-';
  }
}
