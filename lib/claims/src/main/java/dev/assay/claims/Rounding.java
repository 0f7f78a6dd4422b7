// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.equality.math.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a number with so many digits may stand for. */
final class Rounding {

  private static final Rational TWO = Rational.of(2);

  /**
   * A decimal this long has probably been rounded; a shorter one, or one in steps of 0.05, is
   * probably meant.
   */
  private static final int ROUNDED_DECIMALS = 2;

  /** No person writes so many decimals. */
  private static final int BINARY_DECIMALS = 10;

  private static final Rational BINARY_ERROR = Rational.of(new BigDecimal("1e-10"));

  private static final int MOST_NUMBERS = 24;
  private static final int LONGEST_NUMBER = 40;

  private Rounding() {}

  /**
   * Whether a side is a number with decimals, and the value, rounded to so many, is that number.
   *
   * @param written the value of the side
   */
  static boolean rounds(Side side, Rational written, Rational value) {
    return side.number()
        .filter(number -> decimals(number) > 0)
        .map(
            number ->
                written.equals(side.value().orElse(written)) && side.percent()
                    ? hundredth(unit(number))
                    : unit(number))
        .filter(unit -> written.minus(value).abs().times(TWO).compareTo(unit) <= 0)
        .isPresent();
  }

  /**
   * Whether a number has the many digits of a machine's binary fractions, and all but the last
   * agree.
   */
  static boolean binary(Side left, Side right, Rational one, Rational other) {
    boolean machine =
        Stream.concat(left.pieces().stream(), right.pieces().stream())
            .anyMatch(piece -> decimals(piece) >= BINARY_DECIMALS);
    Rational size = one.abs().compareTo(Rational.ONE) < 0 ? Rational.ONE : one.abs();
    return machine && one.minus(other).abs().compareTo(size.times(BINARY_ERROR)) <= 0;
  }

  /** How far apart two sides may be if what looks rounded was, or cut off. */
  static Rational slack(Side left, Side right, Rational one, Rational other) {
    Rational last = lastDigit(left, other).plus(lastDigit(right, one));
    return last.plus(spread(left, one)).plus(spread(right, other));
  }

  /** Whether a side is a number with so many decimals that little was rounded off. */
  static boolean isFine(Side side) {
    return side.number().filter(number -> decimals(number) >= ROUNDED_DECIMALS).isPresent();
  }

  /** One unit of the last digit of a side that is a number, if it may be rounded or cut off. */
  private static Rational lastDigit(Side side, Rational other) {
    Optional<Rational> unit =
        side.number().map(number -> side.percent() ? hundredth(unit(number)) : unit(number));
    boolean decimals =
        side.number().filter(number -> decimals(number) >= ROUNDED_DECIMALS).isPresent();
    return unit.filter(u -> decimals || !other.dividedBy(u).orElse(u).isInteger())
        .orElse(Rational.ZERO);
  }

  /** How much the value moves if every number that may be rounded moves by its last digit. */
  private static Rational spread(Side side, Rational value) {
    Rational spread = Rational.ZERO;
    List<String> pieces = side.pieces();
    int numbers = 0;
    for (int i = 0; i < pieces.size() && side.operations() > 0 && numbers < MOST_NUMBERS; i++) {
      if (mayBeRounded(pieces.get(i), pieces.contains("^"))) {
        numbers++;
        spread = spread.plus(moved(pieces, i).map(v -> v.minus(value).abs()).orElse(Rational.ZERO));
      }
    }
    return spread;
  }

  private static Optional<Rational> moved(List<String> pieces, int at) {
    List<String> moved = new ArrayList<>(pieces);
    BigDecimal number = new BigDecimal(pieces.get(at));
    moved.set(at, number.add(number.ulp()).toPlainString());
    return Side.value(moved);
  }

  private static boolean mayBeRounded(String piece, boolean scientific) {
    int decimals = decimals(piece);
    boolean even = decimals == ROUNDED_DECIMALS && (piece.endsWith("0") || piece.endsWith("5"));
    return (decimals >= ROUNDED_DECIMALS && !even) || (scientific && decimals > 0);
  }

  private static int decimals(String piece) {
    int point = piece.indexOf('.');
    return point < 0 || piece.length() > LONGEST_NUMBER ? 0 : piece.length() - point - 1;
  }

  private static Rational hundredth(Rational value) {
    return value.times(Rational.of(new BigDecimal("0.01")));
  }

  private static Rational unit(String number) {
    return Rational.of(BigDecimal.ONE.movePointLeft(decimals(number)));
  }
}
