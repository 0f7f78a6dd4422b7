// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

import java.math.BigDecimal;

/** The angles' functions, all from sine, cosine and arctangent. */
final class Trigonometry {

  private static final Ball QUARTER = Elementary.PI.over(Ball.exact(BigDecimal.TWO));

  private Trigonometry() {}

  static Ball of(Expression.Function function, Ball one) {
    return switch (function) {
      case SIN -> Elementary.sin(one);
      case COS -> Elementary.cos(one);
      case TAN -> Elementary.sin(one).over(Elementary.cos(one));
      case COT -> Elementary.cos(one).over(Elementary.sin(one));
      case SEC -> Ball.ONE.over(Elementary.cos(one));
      case CSC -> Ball.ONE.over(Elementary.sin(one));
      case ARCTAN -> Elementary.arctan(one);
      case ARCSIN -> arcsin(one);
      case ARCCOS -> QUARTER.minus(arcsin(one));
      case ABS, FLOOR, CEIL, EXP -> throw new IllegalArgumentException("function: " + function);
    };
  }

  private static Ball arcsin(Ball one) {
    Ball rest = Ball.ONE.minus(one.times(one));
    return rest.isZero()
        ? (one.middle().signum() < 0 ? QUARTER.negated() : QUARTER)
        : Elementary.arctan(one.over(rest.sqrt()));
  }
}
