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
  private static final Set<String> WITHIN = ClaimWords.words("within");
  private static final Set<String> FIELDS = Set.of("f", "z", "gf", "𝔽", "ℤ");
  private static final Set<String> NUMERALS =
      Set.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "sixteen");

  /** How far behind its word a modulus may stand: {@code (mod 7)}. */
  private static final int REACH = 4;

  /** How many moduli are remembered; a text that has more says nothing about any. */
  private static final int MOST = 50;

  private static final int MOST_DIGITS = 9;

  /** How many tokens of a formula are looked at for a letter. */
  private static final int FORMULA = 12;

  static Frame of(ClaimTokens row) {
    Set<Rational> moduli = new HashSet<>();
    boolean modular = false;
    boolean based = false;
    boolean operation = false;
    boolean defined = false;
    boolean definition = false;
    for (int i = 0; i < row.size(); i++) {
      if (is(row, i, MODULAR)) {
        modular = true;
        modulus(row, i).filter(_ -> moduli.size() < MOST).ifPresent(moduli::add);
      }
      based |= is(row, i, BASED) && isBase(row, i);
      if (isField(row, i)) {
        modular = true;
        index(row, i).filter(_ -> moduli.size() < MOST).ifPresent(moduli::add);
      }
      defined |= definesSign(row, i);
      operation |= is(row, i, OPERATION);
      definition |= is(row, i, DEFINITION);
    }
    return new Frame(modular, Set.copyOf(moduli), based, defined || (operation && definition));
  }

  /** {@code in \\mathbb{F}_7}, {@code GF(7)}, {@code over F_7}: remainders are counted in it. */
  private static boolean isField(ClaimTokens row, int at) {
    if (!is(row, at, FIELDS)) {
      return false;
    }
    boolean braces = row.at(at - 1).is(Kind.OPEN);
    String style = braces ? row.at(at - 2).text() : row.at(at - 1).text();
    int index = braces ? at + 2 : at + 1;
    boolean plain = row.at(at).text().length() == 1 && row.at(at).text().charAt(0) < 128;
    boolean indexed = row.at(index).text().matches("[_/(]") || !plain;
    return indexed && (!plain || style.contains("mathbb") || is(row, at - 1, WITHIN));
  }

  /** {@code a * b = a + 2b}: the sign is given a meaning of its own. */
  private static boolean definesSign(ClaimTokens row, int at) {
    if (!isVariable(row, at)
        || !row.at(at + 1).is(Kind.OPERATOR, "*")
        || !isVariable(row, at + 2)) {
      return false;
    }
    String one = row.at(at).text();
    String other = row.at(at + 2).text();
    boolean alone = !row.at(at - 1).is(Kind.OPERATOR) && !row.at(at - 1).is(Kind.NUMBER);
    return alone
        && !one.equals(other)
        && row.at(at + 3).is(Kind.EQUAL)
        && mentions(row, at + 4, one)
        && mentions(row, at + 4, other);
  }

  private static boolean isVariable(ClaimTokens row, int at) {
    return row.at(at).is(Kind.WORD) && ClaimWords.isLetter(row.at(at));
  }

  /** Whether the rest of a formula has a letter, which may touch its factors. */
  private static boolean mentions(ClaimTokens row, int from, String letter) {
    for (int i = from; i < from + FORMULA && !row.at(i).is(Kind.NEWLINE); i++) {
      boolean factors = row.at(i).is(Kind.WORD) && row.at(i).text().length() <= 2;
      if (factors && row.at(i).text().contains(letter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(ClaimTokens row, int at, Set<String> words) {
    ClaimToken token = row.at(at);
    String text = token.is(Kind.SYMBOL) ? token.text().replace("\\", "") : token.text();
    return (token.is(Kind.WORD) || token.is(Kind.SYMBOL)) && words.contains(ClaimWords.lower(text));
  }

  private static Optional<Rational> modulus(ClaimTokens row, int word) {
    return number(row, word, word + REACH);
  }

  /** The number of elements of a field, which stands right behind its name. */
  private static Optional<Rational> index(ClaimTokens row, int name) {
    int end = name;
    while (end < name + REACH && !row.at(end + 1).is(Kind.PUNCTUATION)) {
      end++;
    }
    return number(row, name, end);
  }

  private static Optional<Rational> number(ClaimTokens row, int word, int end) {
    for (int i = word + 1; i <= end; i++) {
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
        || holdsInAnotherBase(new OtherBases(left, right));
  }

  private boolean holdsInAnotherBase(OtherBases bases) {
    return (based || bases.areLikely()) && bases.hold();
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
