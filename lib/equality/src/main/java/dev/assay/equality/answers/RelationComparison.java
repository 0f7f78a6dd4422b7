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

/** Compares equations and inequalities: the same if one is a multiple of the other. */
final class RelationComparison {

  private RelationComparison() {}

  static Judgement compare(Relation left, Relation right) {
    return left.sign() == right.sign()
        ? multiples(left.difference(), right.difference(), left.sign())
        : UNKNOWN;
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
    return lines == EQUAL ? EQUAL : UNKNOWN;
  }

  /** What is no multiple may still have the same solutions, unless both are linear. */
  private static Judgement multiples(Formula left, Formula right, Sign sign) {
    boolean positive = sign == Sign.NEGATIVE || sign == Sign.NOT_POSITIVE;
    Judgement judgement = Judgement.of(Identity.ofMultiples(left, right, positive));
    boolean sure = left.isLinear() && right.isLinear();
    return judgement == DIFFERENT && !sure ? UNKNOWN : judgement;
  }
}
