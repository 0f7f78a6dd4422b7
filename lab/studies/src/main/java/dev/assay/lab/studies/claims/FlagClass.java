// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.claims;

import dev.assay.claims.Claim;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** How a false claim may have come about: found by program, so that every flag has a reason. */
enum FlagClass {
  MISCOPIED("the calculation marked beside it holds; its result was not copied"),
  REVERSED("a difference taken the wrong way round: the sign is lost"),
  COPIED_NUMBER("the result is one of the numbers that go in"),
  OTHER_OPERATION("another operation between the same numbers gives this result"),
  LEFT_OUT("one of the numbers was left out"),
  WRONG_DIGIT("one digit is wrong, missing or too many"),
  PERCENTAGE("a percentage is wrong"),
  WRONG_RESULT("the result is wrong");

  private static final int MOST_OPERATORS = 12;

  private final String words;

  FlagClass(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * @param beside the claims of the same step
   */
  static FlagClass of(Claim claim, List<Claim> beside) {
    Optional<Rational> left = value(claim.left());
    Optional<Rational> right = value(claim.right());
    if (left.isEmpty() || right.isEmpty()) {
      return WRONG_RESULT;
    }
    if (left.get().negated().equals(right.get())) {
      return REVERSED;
    }
    if (beside.stream().anyMatch(other -> isMark(other, claim))) {
      return MISCOPIED;
    }
    return byNumbers(claim, left.get(), right.get());
  }

  private static FlagClass byNumbers(Claim claim, Rational left, Rational right) {
    if (List.of(claim.left().split("[-+*/^()%]")).contains(claim.right())) {
      return COPIED_NUMBER;
    }
    if (otherOperation(claim.left(), right)) {
      return OTHER_OPERATION;
    }
    if (leftOut(claim.left(), right)) {
      return LEFT_OUT;
    }
    if (digits(left, right)) {
      return WRONG_DIGIT;
    }
    return claim.left().contains("%") || claim.right().contains("%") ? PERCENTAGE : WRONG_RESULT;
  }

  private static boolean isMark(Claim other, Claim claim) {
    return other.judgement() == Claim.Judgement.TRUE
        && other.end() < claim.end()
        && other.start() > claim.start()
        && value(other.left()).equals(value(claim.left()));
  }

  private static Optional<Rational> value(String text) {
    return Formula.parse(text).flatMap(Formula::value);
  }

  private static boolean otherOperation(String left, Rational right) {
    int tried = 0;
    for (int i = 1; i < left.length() && tried < MOST_OPERATORS; i++) {
      if (isOperator(left, i)) {
        tried++;
        for (String operator : List.of("+", "-", "*", "/")) {
          String other = left.substring(0, i) + operator + left.substring(i + 1);
          if (value(other).filter(right::equals).isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isOperator(String text, int at) {
    return "+-*/".indexOf(text.charAt(at)) >= 0 && "+-*/^(".indexOf(text.charAt(at - 1)) < 0;
  }

  private static boolean leftOut(String left, Rational right) {
    for (int i = 1; i < left.length(); i++) {
      if (isOperator(left, i)) {
        int end = i + 1;
        while (end < left.length() && "+-*/".indexOf(left.charAt(end)) < 0) {
          end++;
        }
        if (value(left.substring(0, i) + left.substring(end)).filter(right::equals).isPresent()
            || value(left.substring(i + 1)).filter(right::equals).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean digits(Rational left, Rational right) {
    return left.isInteger()
        && right.isInteger()
        && oneEdit(digits(left.numerator()), digits(right.numerator()));
  }

  private static String digits(BigInteger whole) {
    return whole.abs().toString();
  }

  private static boolean oneEdit(String one, String other) {
    int start = 0;
    while (start < Math.min(one.length(), other.length())
        && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(one.length(), other.length()) - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end == 1
        && Math.max(one.length(), other.length()) > 1;
  }
}
