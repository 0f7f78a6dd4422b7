// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One side of a claim: an expression of numbers, stripped of units, currency and comments.
 *
 * @param from the index of its first token, and {@code to} the index after its last
 * @param pieces the expression in plain signs, one number, operator or bracket each; {@code %)}
 *     closes a percentage
 * @param operations how many operations it has
 * @param units whether words stood between its numbers
 * @param divides whether it has a sign that divides by the next number only, and is no slash
 */
record Side(
    int from,
    int to,
    List<String> pieces,
    int operations,
    boolean units,
    boolean divides,
    Set<Doubt> doubts) {

  private static final String PERCENT = "%)";
  private static final long HUNDRED = 100;

  Side {
    pieces = List.copyOf(pieces);
    doubts = Set.copyOf(doubts);
  }

  /** What it comes to, if it has an exact value. Not kept: few of all sides are ever asked. */
  Optional<Rational> value() {
    return value(pieces);
  }

  /** As a formula reads it. */
  String text() {
    return String.join("", pieces);
  }

  /** Whether both have a value, and not the same. */
  boolean differsFrom(Side other) {
    Optional<Rational> value = value();
    Optional<Rational> otherValue = other.value();
    return value.isPresent() && otherValue.isPresent() && !value.equals(otherValue);
  }

  /** The value if a percent sign is taken for a unit: {@code 40 + 35 = 75%}. */
  Optional<Rational> valueInPercent() {
    return percent() ? Formula.valueOf(String.join("", pieces).replace(PERCENT, ")")) : value();
  }

  boolean percent() {
    return pieces.contains(PERCENT);
  }

  /** The number that this side is, as written, if it is one without a sign. */
  Optional<String> number() {
    List<String> bare = pieces.stream().filter(piece -> !piece.equals("-")).toList();
    boolean share = bare.size() == 3 && bare.getLast().equals(PERCENT);
    return bare.size() == 1 || share
        ? Optional.of(bare.get(bare.size() / 2)).filter(Side::isNumber)
        : Optional.empty();
  }

  private static boolean isNumber(String piece) {
    return piece.charAt(0) == '.' || Character.isDigit(piece.charAt(0));
  }

  /** The value of the first operand, where operations follow it. */
  Optional<Rational> first() {
    return operations == 0 ? Optional.empty() : value(pieces.subList(0, firstEnd()));
  }

  /** The same with a percent sign as a unit: {@code 100 - 25 = 75% of 40}. */
  Optional<Rational> firstInPercent() {
    return percent() ? first().map(value -> value.times(Rational.of(HUNDRED))) : Optional.empty();
  }

  /** The value of the last product of a sum: {@code 24} of {@code 52 + 2 * 12}. */
  Optional<Rational> lastProduct() {
    List<List<String>> terms = SignedTerms.of(pieces);
    return terms.size() > 1 && terms.getLast().contains("*")
        ? value(terms.getLast())
        : Optional.empty();
  }

  /** Whether it is a share of a whole that is not said: {@code 3/4}, {@code 100% - 20%}. */
  boolean share() {
    return atMostShare().isPresent();
  }

  /** The least amount that such a share is likely to be: its numerator, or anything. */
  Optional<Rational> atMostShare() {
    List<String> bare = pieces.stream().filter(piece -> !"()".contains(piece)).toList();
    long signs = bare.stream().filter(piece -> piece.equals(PERCENT)).count();
    long numbers = bare.stream().filter(piece -> !Regrouping.isOperator(piece)).count() - signs;
    if (signs > 0 && signs == numbers && !bare.contains("*") && !bare.contains("/")) {
      return Optional.of(Rational.ZERO);
    }
    boolean fraction = bare.size() == 3 && bare.get(1).equals("/");
    return fraction && value().filter(value -> value.compareTo(Rational.ONE) <= 0).isPresent()
        ? value(bare.subList(0, 1)).filter(least -> least.compareTo(Rational.ZERO) > 0)
        : Optional.empty();
  }

  private int firstEnd() {
    int depth = 0;
    for (int i = 0; i < pieces.size(); i++) {
      depth += Regrouping.depthChange(pieces.get(i));
      if (depth == 0 && !pieces.get(i).equals("-")) {
        return i + 1;
      }
    }
    return pieces.size();
  }

  /** What this side may mean by a looser notation than the usual one. */
  List<Rational> looseValues() {
    return looseForms().stream().flatMap(form -> value(form).stream()).toList();
  }

  /** The value if points set thousands apart, as in many languages. */
  Optional<Rational> withPointsAsCommas() {
    return value(Regrouping.pointsAsCommas(pieces));
  }

  /** The expressions that it may stand for by a looser notation. */
  List<List<String>> looseForms() {
    List<List<String>> forms = new ArrayList<>();
    forms.add(Regrouping.leftToRight(pieces));
    if (!divides) {
      forms.add(Regrouping.slashesLast(pieces));
    }
    forms.add(Regrouping.mixed(pieces));
    forms.add(Regrouping.factorBeforeFraction(pieces));
    forms.add(Regrouping.fractionOverFraction(pieces));
    forms.add(Regrouping.signFirst(pieces));
    forms.add(Regrouping.percentOff(pieces));
    return forms;
  }

  /** A number near its value, whether it has an exact one or not. */
  OptionalDouble near() {
    return near(pieces);
  }

  static OptionalDouble near(List<String> pieces) {
    return Formula.parse(plain(pieces)).map(Formula::approximation).orElse(OptionalDouble.empty());
  }

  private static String plain(List<String> pieces) {
    return String.join("", pieces).replace(PERCENT, "/100)");
  }

  static Optional<Rational> value(List<String> pieces) {
    return Formula.valueOf(plain(pieces));
  }
}
