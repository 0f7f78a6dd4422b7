// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static dev.assay.equality.answers.AnswerEquality.Judgement.DIFFERENT;
import static dev.assay.equality.answers.AnswerEquality.Judgement.EQUAL;
import static dev.assay.equality.answers.AnswerEquality.Judgement.UNKNOWN;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Compares sets and lists: each member must have a partner of its own, and stand where that stands
 * unless something says that the order does not matter.
 */
final class UnorderedComparison {

  private final Several one;
  private final Several other;
  private final List<ParsedAnswer> left;
  private final List<ParsedAnswer> right;

  /** Each with each, null until asked for: sets within sets must not be compared twice a level. */
  private final Judgement[][] known;

  private final BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members;

  private UnorderedComparison(
      Several left, Several right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    this.members = members;
    this.one = left;
    this.other = right;
    this.left = left.members();
    this.right = right.members();
    this.known = new Judgement[this.left.size()][this.right.size()];
  }

  static Judgement compare(
      Several left,
      ParsedAnswer single,
      BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    return compare(left, new Several(List.of(single), false, Order.NONE), members);
  }

  /**
   * @param members compares what both sides are made of
   */
  static Judgement compare(
      Several left, Several right, BiFunction<ParsedAnswer, ParsedAnswer, Judgement> members) {
    boolean named = hasNames(left);
    if (named != hasNames(right) && !left.members().isEmpty() && !right.members().isEmpty()) {
      return UNKNOWN;
    }
    return new UnorderedComparison(left, right, members).judgement();
  }

  private Judgement judgement() {
    if (hasStranger()) {
      // 3,14 may be two numbers or one, so that it differs from nothing but other pairs.
      return one.tight() != other.tight() && Math.min(left.size(), right.size()) == 1
          ? UNKNOWN
          : DIFFERENT;
    }
    if (left.size() != right.size()) {
      return UNKNOWN;
    }
    if (!Matching.isPerfect(partners(each -> each != DIFFERENT))) {
      return one.order() == Order.SET || other.order() == Order.SET ? UNKNOWN : DIFFERENT;
    }
    return inPlaces();
  }

  /** Of two lists whose members have partners. */
  private Judgement inPlaces() {
    boolean choice = one.order() == Order.EITHER || other.order() == Order.EITHER;
    if (choice && (isAll(one) || isAll(other))) {
      return UNKNOWN;
    }
    if (lefts().allMatch(i -> at(i, i) == EQUAL)) {
      return EQUAL;
    }
    if (one.order().isFree() || other.order().isFree()) {
      return Matching.isPerfect(partners(each -> each == EQUAL)) ? EQUAL : UNKNOWN;
    }
    boolean fixed = one.order() == Order.FIXED || other.order() == Order.FIXED;
    return fixed && lefts().anyMatch(i -> at(i, i) == DIFFERENT) ? DIFFERENT : UNKNOWN;
  }

  private static boolean isAll(Several several) {
    return several.order() == Order.ALL || several.order() == Order.TOGETHER;
  }

  private BitSet[] partners(Predicate<Judgement> may) {
    return lefts()
        .mapToObj(
            i ->
                rights()
                    .filter(j -> may.test(at(i, j)))
                    .collect(BitSet::new, BitSet::set, BitSet::or))
        .toArray(BitSet[]::new);
  }

  private static boolean hasNames(Several several) {
    return several.members().stream().anyMatch(Assigned.class::isInstance);
  }

  /** Whether one of them differs from all of the others. */
  private boolean hasStranger() {
    return lefts().anyMatch(i -> rights().allMatch(j -> at(i, j) == DIFFERENT))
        || rights().anyMatch(j -> lefts().allMatch(i -> at(i, j) == DIFFERENT));
  }

  private IntStream lefts() {
    return IntStream.range(0, left.size());
  }

  private IntStream rights() {
    return IntStream.range(0, right.size());
  }

  private Judgement at(int i, int j) {
    if (known[i][j] == null) {
      known[i][j] = member(left.get(i), right.get(j));
    }
    return known[i][j];
  }

  /** Among members, a set of one number is no number. */
  private Judgement member(ParsedAnswer one, ParsedAnswer other) {
    boolean mixed =
        (isSet(one) && other instanceof Quantity) || (one instanceof Quantity && isSet(other));
    return mixed ? DIFFERENT : members.apply(one, other);
  }

  private static boolean isSet(ParsedAnswer answer) {
    return answer instanceof Several several && !several.tight();
  }
}
