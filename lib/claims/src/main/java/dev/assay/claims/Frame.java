// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import dev.assay.equality.math.Rational;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arithmetic that a text is about: remainders, or digits of another base than ten, where a
 * claim may hold that is false among numbers.
 *
 * @param modular whether it is about remainders
 * @param moduli what it divides by, as far as it says so
 * @param based whether it has numbers of another base
 * @param redefined whether its signs are those of an operation of its own
 */
record Frame(boolean modular, Set<Rational> moduli, boolean based, boolean redefined) {

  static final Frame NONE = new Frame(false, Set.of(), false, false);

  private static final Set<String> MODULAR = ClaimWords.words("modular");
  private static final Set<String> BASED = ClaimWords.words("based");
  private static final Set<String> OPERATION = ClaimWords.words("operation");
  private static final Set<String> DEFINITION = ClaimWords.words("definition");
  private static final Set<String> BEFORE_BASE = ClaimWords.words("before base");
  private static final Set<String> NUMERALS =
      Set.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "sixteen");

  /** How far behind its word a modulus may stand: {@code (mod 7)}. */
  private static final int REACH = 4;

  /** How many moduli are remembered; a text that has more says nothing about any. */
  private static final int MOST = 50;

  private static final int MOST_DIGITS = 9;

  static Frame of(ClaimTokens row) {
    Set<Rational> moduli = new HashSet<>();
    boolean modular = false;
    boolean based = false;
    boolean operation = false;
    boolean definition = false;
    for (int i = 0; i < row.size(); i++) {
      if (is(row, i, MODULAR)) {
        modular = true;
        modulus(row, i).filter(_ -> moduli.size() < MOST).ifPresent(moduli::add);
      }
      based |= is(row, i, BASED) && isBase(row, i);
      operation |= is(row, i, OPERATION);
      definition |= is(row, i, DEFINITION);
    }
    return new Frame(modular, Set.copyOf(moduli), based, operation && definition);
  }

  private static boolean is(ClaimTokens row, int at, Set<String> words) {
    ClaimToken token = row.at(at);
    String text = token.is(Kind.SYMBOL) ? token.text().replace("\\", "") : token.text();
    return (token.is(Kind.WORD) || token.is(Kind.SYMBOL)) && words.contains(ClaimWords.lower(text));
  }

  private static Optional<Rational> modulus(ClaimTokens row, int word) {
    for (int i = word + 1; i <= word + REACH; i++) {
      ClaimToken token = row.at(i);
      if (token.is(Kind.NUMBER) && token.text().length() <= MOST_DIGITS) {
        return Side.value(List.of(token.text())).filter(value -> value.compareTo(Rational.ONE) > 0);
      }
    }
    return Optional.empty();
  }

  /** {@code in base 7}, {@code base-7}: else it is the base of a figure. */
  private static boolean isBase(ClaimTokens row, int at) {
    if (!is(row, at, Set.of("base", "bases"))) {
      return true;
    }
    boolean hyphen = row.at(at + 1).is(Kind.OPERATOR, "-");
    if (!hyphen && !is(row, at - 1, BEFORE_BASE)) {
      return false;
    }
    int next = hyphen ? at + 2 : row.pastDelimiters(at + 1);
    ClaimToken token = row.at(next);
    boolean letter = token.is(Kind.WORD) && ClaimWords.isLetter(token) && !token.text().equals("a");
    return token.is(Kind.NUMBER) || letter || is(row, next, NUMERALS);
  }

  Frame and(Frame other) {
    Set<Rational> all = new HashSet<>(moduli);
    all.addAll(other.moduli);
    return new Frame(
        modular || other.modular,
        all.size() > MOST ? Set.of() : all,
        based || other.based,
        redefined || other.redefined);
  }

  /** Whether a claim that is false among numbers may hold in it. */
  boolean excuses(String left, String right) {
    return redefined
        || (modular && holdsByRemainders(left, right))
        || (based && new OtherBases(left, right).hold());
  }

  private boolean holdsByRemainders(String left, String right) {
    Optional<Rational> gap =
        Side.value(List.of(left)).flatMap(l -> Side.value(List.of(right)).map(l::minus));
    return moduli.isEmpty()
        || gap.isEmpty()
        || !gap.get().isInteger()
        || moduli.stream()
            .anyMatch(m -> gap.get().numerator().mod(m.numerator()).equals(BigInteger.ZERO));
  }
}
