// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import dev.assay.embedded.grammar.ArithmeticQuestion;
import java.util.ArrayList;
import java.util.List;

/**
 * The one right way to write a problem's solution, so that the truth of every line is known: the
 * first group, the second, the operator between; within a group the leftmost {@code *} first, then
 * from left to right. A product of two numbers of several digits is spelled out in partial products
 * and their running sum, since no model of this size multiplies them in one go.
 */
public final class Derivation {

  private static final int TEN = 10;

  private final List<String> lines = new ArrayList<>();

  private Derivation() {}

  /** The lines in natural digit order, such as {@code 9*5=45}, and {@code #24} as the last. */
  public static List<String> of(ArithmeticProblem problem) {
    Derivation derivation = new Derivation();
    long first = derivation.group(problem.question(), 0);
    long second = derivation.group(problem.question(), ArithmeticQuestion.GROUP);
    long answer = derivation.step(first, problem.question().joint(), second);
    derivation.lines.add("#" + answer);
    return List.copyOf(derivation.lines);
  }

  private long group(ArithmeticQuestion question, int from) {
    int end = from + ArithmeticQuestion.GROUP;
    List<Long> values = new ArrayList<>();
    question.numbers().subList(from, end).forEach(number -> values.add(number.longValue()));
    StringBuilder operators = new StringBuilder(question.operators().substring(from, end - 1));
    while (!operators.isEmpty()) {
      int at = Math.max(0, operators.indexOf("*"));
      values.set(at, step(values.get(at), operators.charAt(at), values.remove(at + 1)));
      operators.deleteCharAt(at);
    }
    return values.getFirst();
  }

  private long step(long left, char operator, long right) {
    if (operator == '*') {
      spellOut(Math.abs(left), Math.abs(right));
    }
    long value = ArithmeticProblem.applied(left, operator, right);
    lines.add("" + left + operator + right + "=" + value);
    return value;
  }

  /** The factor with fewer digits, of two with equally many the second, is taken digit by digit. */
  private void spellOut(long left, long right) {
    boolean byLeft = Long.toString(left).length() < Long.toString(right).length();
    long multiplier = byLeft ? left : right;
    long other = byLeft ? right : left;
    if (multiplier < TEN || nonZeroDigits(multiplier) == 1) {
      return;
    }
    long sum = 0;
    for (long rest = multiplier, place = 1; rest > 0; rest /= TEN, place *= TEN) {
      long part = rest % TEN * place;
      if (part > 0) {
        sum = partial(sum, other, part);
      }
    }
  }

  private long partial(long sum, long factor, long part) {
    long product = factor * part;
    lines.add(factor + "*" + part + "=" + product);
    if (sum > 0) {
      lines.add(sum + "+" + product + "=" + (sum + product));
    }
    return sum + product;
  }

  private static long nonZeroDigits(long number) {
    return Long.toString(number).chars().filter(digit -> digit != '0').count();
  }
}
