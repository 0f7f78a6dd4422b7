// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Sign;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import java.util.Optional;
import java.util.Set;

/** Compares equations and inequalities: the same if one is a multiple of the other. */
final class RelationComparison {

  private RelationComparison() {}

  static Judgement compare(Relation left, Relation right) {
    if (left.sign() == right.sign()) {
      Judgement same = multiples(left.difference(), right.difference(), left.sign());
      return same == UNKNOWN && isTurned(left, right) ? DIFFERENT : same;
    }
    // One of them holds where both sides are equal, and the other one does not.
    boolean order = isOrder(left) && isOrder(right);
    boolean sides = order || (!isOrder(left) && !isOrder(right));
    return sides && multiples(left.difference(), right.difference(), left.sign()) == EQUAL
        ? DIFFERENT
        : UNKNOWN;
  }

  /** Greater than is not less than. */
  private static boolean isTurned(Relation left, Relation right) {
    return isOrder(left)
        && Identity.ofMultiples(left.difference(), right.difference(), true) == Identity.FAILS
        && Identity.ofMultiples(left.difference(), right.difference(), false) == Identity.HOLDS;
  }

  private static boolean isOrder(Relation relation) {
    return relation.sign() == Sign.NEGATIVE || relation.sign() == Sign.NOT_POSITIVE;
  }

  static Judgement compare(Assigned left, Relation right) {
    Optional<Formula> difference = left.difference().filter(_ -> right.sign() == Sign.ZERO);
    return difference.map(each -> multiples(each, right.difference(), Sign.ZERO)).orElse(UNKNOWN);
  }

  /** Two names may be two quantities, or two names for what was asked. */
  static Judgement ofOtherNames(Assigned left, Assigned right) {
    Judgement lines =
        left.difference().isPresent() && right.difference().isPresent()
            ? multiples(left.difference().get(), right.difference().get(), Sign.ZERO)
            : UNKNOWN;
    boolean same = lines == DIFFERENT && variables(left).equals(variables(right));
    return lines == EQUAL || same ? lines : UNKNOWN;
  }

  /** The variables of a line: only one through the same two can be told from it. */
  private static Set<String> variables(Assigned line) {
    return line.difference().map(Formula::variables).orElse(Set.of());
  }

  /** What is no multiple may still have the same solutions, unless both are linear. */
  private static Judgement multiples(Formula left, Formula right, Sign sign) {
    boolean positive = sign == Sign.NEGATIVE || sign == Sign.NOT_POSITIVE;
    Judgement judgement = Judgement.of(Identity.ofMultiples(left, right, positive));
    boolean sure = left.isLinear() && right.isLinear();
    return judgement == DIFFERENT && !sure ? UNKNOWN : judgement;
  }
}
