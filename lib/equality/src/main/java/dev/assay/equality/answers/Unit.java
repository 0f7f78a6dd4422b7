// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.math.Rational;

/**
 * What a quantity is counted in.
 *
 * @param dimension what is measured; units of one dimension can be converted
 * @param factor the unit's size in the dimension's own measure
 * @param known whether we know the unit, rather than take the noun for one
 */
record Unit(String dimension, Rational factor, boolean known) {

  static final Unit NONE = new Unit("", Rational.ONE, true);

  static Unit of(String dimension, Rational factor) {
    return new Unit(dimension, factor, true);
  }

  static Unit noun(String noun) {
    return new Unit(noun, Rational.ONE, false);
  }

  boolean isNone() {
    return equals(NONE);
  }

  boolean isPercent() {
    return dimension.equals(UnitTable.PERCENT);
  }

  boolean isDegree() {
    return dimension.equals(UnitTable.ANGLE);
  }
}
