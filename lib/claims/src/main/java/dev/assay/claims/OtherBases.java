// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.equality.math.Rational;
import dev.assay.text.WorkBudget;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether two sides are equal if all their numbers are read in one of the other bases. */
record OtherBases(String left, String right) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,40}");
  private static final int LAST = 16;
  private static final int TEN = 10;
  private static final int LONG = 4;

  /** Whether nobody need say it: long numbers of noughts and ones only. */
  boolean areLikely() {
    List<String> numbers =
        NUMBER.matcher(left + " " + right).results().map(MatchResult::group).toList();
    return numbers.stream().allMatch(number -> number.matches("[01]+"))
        && numbers.stream().anyMatch(number -> number.length() >= LONG);
  }

  boolean hold() {
    int highest =
        (left + right).chars().filter(Character::isDigit).map(c -> c - '0').max().orElse(0);
    for (int base = Math.max(2, highest + 1); base <= LAST; base++) {
      Optional<Rational> value = value(left, base);
      if (base != TEN && value.isPresent() && value.equals(value(right, base))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Rational> value(String side, int base) {
    String read =
        NUMBER
            .matcher(WorkBudget.metered(side))
            .replaceAll(number -> new BigInteger(number.group(), base).toString());
    return Side.value(List.of(read));
  }
}
