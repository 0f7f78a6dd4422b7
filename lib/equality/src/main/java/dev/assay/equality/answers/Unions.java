// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares unions of intervals. */
final class Unions {

  private Unions() {}

  static Judgement compare(Spans left, Spans right) {
    List<Span> all = Stream.concat(left.pieces().stream(), right.pieces().stream()).toList();
    return RealLine.through(all)
        .map(line -> Judgement.of(line.pieces(left.pieces()).equals(line.pieces(right.pieces()))))
        .orElseGet(() -> inOrder(left.pieces(), right.pieces()));
  }

  /** Where ends have no order, several intervals may make up one union in many ways. */
  private static Judgement inOrder(List<Span> left, List<Span> right) {
    if (left.size() != right.size()) {
      return UNKNOWN;
    }
    Judgement all = EQUAL;
    for (int i = 0; i < left.size() && all != DIFFERENT; i++) {
      Judgement each = piece(left.get(i), right.get(i));
      all = each == EQUAL ? all : each;
    }
    return all == DIFFERENT && left.size() > 1 ? UNKNOWN : all;
  }

  private static Judgement piece(Span left, Span right) {
    Judgement low = end(left.low(), right.low());
    Judgement high = end(left.high(), right.high());
    boolean closed = left.lowIn() == right.lowIn() && left.highIn() == right.highIn();
    if (low == DIFFERENT || high == DIFFERENT || !closed) {
      return DIFFERENT;
    }
    return low == EQUAL && high == EQUAL ? EQUAL : UNKNOWN;
  }

  private static Judgement end(Optional<Formula> left, Optional<Formula> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Judgement.of(left.isEmpty() && right.isEmpty());
    }
    return Judgement.of(Identity.of(left.get(), right.get()));
  }
}
