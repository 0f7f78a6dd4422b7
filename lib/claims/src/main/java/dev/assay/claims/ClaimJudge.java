// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.Claim.Judgement;
import dev.assay.equality.math.Rational;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whether two sides are equal, and if not, whether anything excuses it. */
enum ClaimJudge {
  /** Prose: numbers are rounded, units come and go, notation is loose. */
  LENIENT,
  /** Pure arithmetic: nothing is excused. */
  STRICT;

  /** The factors between units that are left unsaid: cents, minutes, months, weeks, inches, … */
  private static final Set<Rational> CONVERSIONS = conversions();

  private static final Rational TENTH = Rational.of(1).dividedBy(Rational.of(10)).orElseThrow();

  /** Who gives two decimals has not rounded by more. */
  private static final Rational FIFTIETH = Rational.of(1).dividedBy(Rational.of(50)).orElseThrow();

  /** What was decided, and why it is not true. */
  record Ruling(Judgement judgement, String why) {}

  Ruling rule(Side left, Side right, boolean about, Set<Doubt> doubts) {
    Optional<Doubt> serious = doubts.stream().filter(doubt -> !doubt.benign()).findFirst();
    if (serious.isPresent()) {
      return undecided(serious.get());
    }
    Optional<Rational> one = left.value();
    Optional<Rational> other = right.value();
    if (one.isEmpty() || other.isEmpty()) {
      boolean differ = doubts.isEmpty() && !about && new NearValues(left, right).differ();
      return differ ? wrong(left, right) : undecided(Doubt.NO_VALUE);
    }
    if (one.equals(other) || (this == LENIENT && holds(left, right, one.get(), other.get()))) {
      return new Ruling(Judgement.TRUE, "");
    }
    return doubts.stream()
        .findFirst()
        .or(() -> excuse(left, right, one.get(), other.get(), about))
        .map(ClaimJudge::undecided)
        .orElseGet(() -> wrong(left, right));
  }

  private static Ruling undecided(Doubt doubt) {
    return new Ruling(Judgement.UNDECIDED, doubt.words());
  }

  private static Ruling wrong(Side left, Side right) {
    String why =
        Stream.of(left, right)
            .filter(side -> side.operations() > 0)
            .map(ClaimJudge::valued)
            .collect(Collectors.joining(", "));
    return new Ruling(Judgement.FALSE, why);
  }

  private static String valued(Side side) {
    Optional<String> value = side.value().flatMap(WrittenValue::of);
    return side.text() + " is " + value.orElseGet(() -> about(side));
  }

  private static String about(Side side) {
    OptionalDouble near = side.value().isPresent() ? OptionalDouble.empty() : side.near();
    return near.isPresent()
        ? "about %.6g".formatted(near.getAsDouble())
        : "a number too long to be written here";
  }

  private static boolean holds(Side left, Side right, Rational one, Rational other) {
    Rational oneInPercent = left.valueInPercent().orElse(one);
    Rational otherInPercent = right.valueInPercent().orElse(other);
    return agree(left, right, one, other)
        || agree(left, right, oneInPercent, otherInPercent)
        || agree(left, right, oneInPercent, other)
        || agree(left, right, one, otherInPercent);
  }

  private static boolean agree(Side left, Side right, Rational one, Rational other) {
    return one.equals(other)
        || Rounding.rounds(left, one, other)
        || Rounding.rounds(right, other, one)
        || Rounding.binary(left, right, one, other);
  }

  private Optional<Doubt> excuse(
      Side left, Side right, Rational one, Rational other, boolean about) {
    if (this == STRICT) {
      return Optional.empty();
    }
    Rational gap = one.minus(other).abs();
    Rational loose = Rounding.isFine(right) ? FIFTIETH : TENTH;
    boolean near = about && gap.compareTo(loose.times(one.abs())) <= 0;
    if (near
        || gap.compareTo(Rounding.slack(left, right, one, other)) <= 0
        || RoundedTerms.agree(left, right)) {
      return Optional.of(Doubt.ROUNDED);
    }
    if (right.first().filter(one::equals).isPresent()
        || right.firstInPercent().filter(one::equals).isPresent()) {
      return Optional.of(Doubt.RUNNING);
    }
    if (left.withPointsAsCommas().equals(right.withPointsAsCommas())) {
      return Optional.of(Doubt.READING);
    }
    if (left.looseValues().contains(other) || right.looseValues().contains(one)) {
      return Optional.of(Doubt.LOOSE);
    }
    boolean bare = left.operations() == 0 && (left.units() || right.operations() == 0);
    boolean share = isShareOfAmount(left, right, other) || isShareOfAmount(right, left, one);
    return bare || share || differInUnits(one, other) ? Optional.of(Doubt.UNITS) : Optional.empty();
  }

  /** {@code 3/4 = 21 liters}: of a whole that is not said. */
  private static boolean isShareOfAmount(Side share, Side amount, Rational value) {
    boolean plain = value.isInteger() || amount.text().contains(".");
    return !amount.percent()
        && !amount.share()
        && plain
        && share.atMostShare().filter(least -> value.compareTo(least) >= 0).isPresent();
  }

  private static boolean differInUnits(Rational one, Rational other) {
    return one.dividedBy(other).filter(CONVERSIONS::contains).isPresent()
        || other.dividedBy(one).filter(CONVERSIONS::contains).isPresent();
  }

  private static Set<Rational> conversions() {
    return Set.of(
        Rational.of(7),
        Rational.of(12),
        Rational.of(16),
        Rational.of(24),
        Rational.of(52),
        Rational.of(60),
        Rational.of(100),
        Rational.of(365),
        Rational.of(1000),
        Rational.of(3600));
  }
}
