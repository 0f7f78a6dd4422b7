// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.claims.ClaimToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The units of the numbers of a side, one for each that has one: an exact sum of apples and boxes
 * may stand for a sum of apples.
 *
 * @param adds whether it adds or takes away
 * @param additive whether it does nothing else
 * @param calculates whether it does anything
 * @param converts whether it multiplies or divides by what turns one unit into another
 */
record SideUnits(
    List<String> names, boolean adds, boolean additive, boolean calculates, boolean converts) {

  private static final int MOST_WORDS = 3;
  private static final Set<String> CONVERSIONS = ClaimWords.words("conversion");

  /** Signs of currency that are no signs of TeX. */
  private static final Set<String> CURRENCY = Set.of("\\$", "$", "€", "£");

  static SideUnits of(ClaimTokens row, Side side) {
    List<String> names = new ArrayList<>();
    boolean counts = false;
    for (int i = side.from(); i < side.to(); i = next(row, i)) {
      counts |= row.at(i).is(Kind.NUMBER);
      String word = ClaimWords.lower(row.at(i));
      if (counts && isUnit(row, i) && (CountedUnits.has(word) || !isUnit(row, i + 1))) {
        names.add(CountedUnits.named(word));
      }
      currency(row, i, names);
    }
    currency(row, side.from() - 1, names);
    names.addAll(after(row, side.to()));
    boolean adds = side.pieces().contains("+") || side.pieces().contains("-");
    boolean multiplies = side.pieces().contains("*") || side.pieces().contains("/");
    boolean converts = multiplies && side.pieces().stream().anyMatch(CONVERSIONS::contains);
    return new SideUnits(
        List.copyOf(names), adds, adds && !multiplies, side.operations() > 0, converts);
  }

  /** The index after a token, or after the bracket of words that it opens: a comment. */
  private static int next(ClaimTokens row, int at) {
    boolean comment = row.at(at + 1).is(Kind.OPEN, "(") && row.at(at + 2).is(Kind.WORD);
    int mate = row.at(at + 1).mate();
    return comment && mate > at ? mate + 1 : at + 1;
  }

  private static void currency(ClaimTokens row, int at, List<String> names) {
    ClaimToken sign = row.at(at);
    boolean priced = sign.is(Kind.DELIMITER) && CURRENCY.contains(sign.text());
    if (priced && row.at(at + 1).is(Kind.NUMBER) && sign.touches(row.at(at + 1))) {
      names.add(CountedUnits.named(sign.text().replace("\\", "")));
    }
  }

  /** The last word of those behind a side. */
  private static List<String> after(ClaimTokens row, int to) {
    int at = row.at(to).is(Kind.OPEN) ? to + 1 : to;
    int end = at;
    while (end < at + MOST_WORDS && isUnit(row, end)) {
      end++;
    }
    return end == at ? List.of() : List.of(CountedUnits.named(ClaimWords.lower(row.at(end - 1))));
  }

  private static boolean isUnit(ClaimTokens row, int at) {
    return row.at(at).is(Kind.WORD)
        && !ClaimWords.endsUnits(row.at(at))
        && !EqualWords.leadOn(row, at)
        && !row.isTimes(at);
  }

  /** Whether what the sides count may be the same in spite of their numbers. */
  static boolean mayAgree(SideUnits left, SideUnits right) {
    return left.mixed(right) || left.counts(right) || left.renames(right);
  }

  /** {@code 1 hour + 30 minutes}, or a result in another unit than any of the calculation. */
  private boolean mixed(SideUnits other) {
    boolean sum = adds && names.stream().anyMatch(one -> convertsTo(names, one));
    return sum || (!converts && turnsInto(other));
  }

  private boolean turnsInto(SideUnits other) {
    return other.names.stream().anyMatch(one -> !names.contains(one) && convertsTo(names, one));
  }

  private static boolean convertsTo(List<String> names, String unit) {
    return names.stream().anyMatch(name -> CountedUnits.convert(name, unit));
  }

  /** {@code 3 boxes + 2 pencils = 26 pencils}, {@code 1 popcorn + 1 candy = $10}. */
  private boolean counts(SideUnits result) {
    return additive
        && names.stream().distinct().count() > 1
        && result.names.stream()
            .anyMatch(name -> names.contains(name) || CountedUnits.isMoney(name));
  }

  /** {@code 1959 penny + 2010 penny = 48 grains + 36 grains}: the numbers of names, perhaps. */
  private boolean renames(SideUnits other) {
    return calculates
        && other.calculates
        && !names.isEmpty()
        && !other.names.isEmpty()
        && names.stream().noneMatch(other.names::contains);
  }
}
