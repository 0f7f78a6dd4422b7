// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What a quantity is counted in.
 *
 * @param dimension what is measured; units of one dimension can be converted
 * @param factor the unit's size in the dimension's own measure, but for the powers of pi
 * @param pis the power of pi in its size: a degree is pi/180 rad
 * @param zero where a scale of temperatures begins
 * @param also what else its word may measure
 * @param kind sets it apart from units of the same dimension: a newton metre may be no joule
 */
record Unit(
    Dimension dimension,
    Rational factor,
    int pis,
    Optional<Rational> zero,
    List<Dimension> also,
    String kind) {

  static final Dimension SHARE = Dimension.of("%");

  static final Unit NONE = of(Dimension.NONE, Rational.ONE);

  /** The highest power of a unit that is read. */
  static final int HIGHEST = 9;

  static Unit of(Dimension dimension, Rational factor) {
    return new Unit(dimension, factor, 0, Optional.empty(), List.of(), "");
  }

  static Unit noun(String noun) {
    return of(Dimension.noun(noun), Rational.ONE);
  }

  /** A part of a product: whatever is special about the other unit alone is lost. */
  Unit times(Unit other, int power) {
    Rational size = other.factor.pow(power).orElseThrow();
    return new Unit(
        dimension.times(other.dimension, power),
        factor.times(size),
        pis + power * other.pis,
        Optional.empty(),
        List.of(),
        "");
  }

  Unit times(Rational multiple) {
    return new Unit(dimension, factor.times(multiple), pis, Optional.empty(), also, kind);
  }

  Unit ofKind(String name) {
    return new Unit(dimension, factor, pis, zero, also, name);
  }

  boolean isNone() {
    return dimension.equals(Dimension.NONE);
  }

  /** Itself; or the share that is left where the dimensions cancel, as in mg/kg. */
  Unit orShare() {
    return isNone() && !equals(NONE) ? of(SHARE, factor) : this;
  }

  boolean isKnown() {
    return dimension.isKnown();
  }

  /** Percent and its like: a share of something. */
  boolean isShare() {
    return dimension.equals(SHARE);
  }

  boolean isDegree() {
    return pis == 1 && dimension.powerOf("rad") == 1;
  }

  /** The power of lengths that are counted in nothing but units; 0 for any other unit. */
  int unitless() {
    return dimension.powerOf("~unit");
  }

  /** Whether it may measure what the other does, as far as their words tell. */
  boolean mayMeasure(Dimension other) {
    return also.contains(other) || dimension.withoutCalendar().equals(other.withoutCalendar());
  }
}
