// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Tells apart two sides of which one has no exact value, as a root or a logarithm, if they differ
 * by more than any rounding explains.
 */
record NearValues(Side left, Side right) {

  /** A double's error, many times over. */
  private static final double EXACT = 1e-6;

  /** How far apart two sides may be for their size if a number in them was rounded. */
  private static final double ROUNDED = 0.05;

  boolean differ() {
    OptionalDouble one = left.near();
    OptionalDouble other = right.near();
    return one.isPresent()
        && other.isPresent()
        && isMore(one.getAsDouble(), other.getAsDouble())
        && Stream.concat(left.looseForms().stream(), List.of(left.pieces()).stream())
            .noneMatch(form -> isNear(form, other.getAsDouble()))
        && right.looseForms().stream().noneMatch(form -> isNear(form, one.getAsDouble()));
  }

  private boolean isMore(double one, double other) {
    double gap = Math.abs(one - other);
    double size = Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    boolean decimals =
        Stream.of(left, right)
            .flatMap(side -> side.pieces().stream())
            .anyMatch(NearValues::hasPoint);
    double excused = decimals ? ROUNDED * size : EXACT * size;
    return gap > excused && !(isWhole(left, other, gap) || isWhole(right, one, gap));
  }

  /** Whether a side is a whole number to which the other one may have been rounded. */
  private static boolean isWhole(Side side, double other, double gap) {
    return side.number().isPresent() && Math.abs(other - Math.rint(other)) > EXACT && gap <= 1;
  }

  private static boolean hasPoint(String piece) {
    return piece.indexOf('.') >= 0;
  }

  private static boolean isNear(List<String> form, double value) {
    OptionalDouble near = Side.near(form);
    return near.isPresent()
        && Math.abs(near.getAsDouble() - value) <= EXACT * Math.max(1, Math.abs(value));
  }
}
