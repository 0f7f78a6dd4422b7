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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares unions of intervals. */
final class Unions {

  private Unions() {}

  static Judgement compare(Spans left, Spans right) {
    List<Span> one = sorted(left.pieces());
    List<Span> other = sorted(right.pieces());
    Judgement judgement = one.size() == other.size() ? inOrder(one, other) : DIFFERENT;
    boolean sure = areApart(one) && areApart(other);
    return judgement == DIFFERENT && !sure ? UNKNOWN : judgement;
  }

  private static Judgement inOrder(List<Span> left, List<Span> right) {
    Judgement all = EQUAL;
    for (int i = 0; i < left.size() && all != DIFFERENT; i++) {
      Judgement each = piece(left.get(i), right.get(i));
      all = each == EQUAL ? all : each;
    }
    return all;
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

  /** By lower ends; what has no number stays where it is. */
  private static List<Span> sorted(List<Span> spans) {
    return spans.stream().sorted(Comparator.comparingDouble(Unions::low)).toList();
  }

  private static double low(Span span) {
    return span.low()
        .map(Formula::approximation)
        .orElse(OptionalDouble.of(Double.NEGATIVE_INFINITY))
        .orElse(0);
  }

  /** Whether a gap is between any two, so that no other intervals make up the same union. */
  private static boolean areApart(List<Span> sorted) {
    if (sorted.size() == 1) {
      return true;
    }
    for (int i = 0; i + 1 < sorted.size(); i++) {
      Span one = sorted.get(i);
      Span next = sorted.get(i + 1);
      OptionalDouble high = one.high().map(Formula::approximation).orElse(OptionalDouble.empty());
      OptionalDouble low = next.low().map(Formula::approximation).orElse(OptionalDouble.empty());
      if (high.isEmpty() || low.isEmpty()) {
        return false;
      }
      boolean gap = high.getAsDouble() < low.getAsDouble() - 1e-9;
      boolean hole = !one.highIn() && !next.lowIn() && end(one.high(), next.low()) == EQUAL;
      if (!gap && !hole) {
        return false;
      }
    }
    return true;
  }
}
