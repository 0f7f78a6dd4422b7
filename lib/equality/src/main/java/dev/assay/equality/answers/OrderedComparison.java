// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Matrix;
import java.util.List;
import java.util.function.BiFunction;

/** Compares answers whose members have places: equal if all are, different if one is for sure. */
final class OrderedComparison {

  private OrderedComparison() {}

  static Judgement compare(
      List<ParsedAnswer> left,
      List<ParsedAnswer> right,
      BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    if (left.size() != right.size()) {
      return DIFFERENT;
    }
    Judgement all = EQUAL;
    for (int i = 0; i < left.size() && all != DIFFERENT; i++) {
      Judgement each = members.apply(left.get(i), right.get(i));
      all = each == EQUAL ? all : each;
    }
    return all;
  }

  static Judgement compare(
      Matrix left, Matrix right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    boolean sameShape =
        left.rows().stream()
            .map(List::size)
            .toList()
            .equals(right.rows().stream().map(List::size).toList());
    return sameShape
        ? compare(
            left.rows().stream().flatMap(List::stream).toList(),
            right.rows().stream().flatMap(List::stream).toList(),
            members)
        : DIFFERENT;
  }
}
