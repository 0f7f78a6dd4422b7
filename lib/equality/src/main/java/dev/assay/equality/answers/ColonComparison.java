// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Colons;
import dev.assay.equality.math.Rational;
import java.util.List;

/** Compares times with times and ratios with ratios; where both are possible, both must agree. */
final class ColonComparison {

  private static final int LEAST = 10;
  private static final int MOST = 100;

  private ColonComparison() {}

  static Judgement compare(Colons left, Colons right) {
    boolean times = left.time().isPresent() && right.time().isPresent();
    boolean ratios = !left.ratio().isEmpty() && !right.ratio().isEmpty();
    if (times && ratios) {
      Judgement time = times(left.time().get(), right.time().get());
      return time == ratios(left.ratio(), right.ratio()) ? time : UNKNOWN;
    }
    if (times) {
      return times(left.time().get(), right.time().get());
    }
    if (!ratios) {
      return UNKNOWN;
    }
    Judgement ratio = ratios(left.ratio(), right.ratio());
    boolean clocks = left.time().isPresent() ? isClocked(right) : isClocked(left);
    boolean time = left.time().isPresent() || right.time().isPresent();
    return time && clocks && ratio == EQUAL ? UNKNOWN : ratio;
  }

  /** Two digits behind the colon, as minutes have, though there are no so many. */
  private static boolean isClocked(Colons colons) {
    Rational last = colons.ratio().getLast();
    return colons.ratio().size() == 2
        && last.compareTo(Rational.of(LEAST)) >= 0
        && last.compareTo(Rational.of(MOST)) < 0;
  }

  private static Judgement times(TimeOfDay left, TimeOfDay right) {
    if (!left.mayBe(right)) {
      return DIFFERENT;
    }
    return left.equals(right) ? EQUAL : UNKNOWN;
  }

  private static Judgement ratios(List<Rational> left, List<Rational> right) {
    boolean equal = left.size() == right.size();
    for (int i = 1; equal && i < left.size(); i++) {
      Rational across = left.get(i).times(right.getFirst());
      equal = across.equals(right.get(i).times(left.getFirst()));
    }
    return Judgement.of(equal);
  }
}
