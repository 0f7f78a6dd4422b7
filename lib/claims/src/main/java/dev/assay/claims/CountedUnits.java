// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import dev.assay.text.TextTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which units measure the same thing, so that one may be turned into another without a word. */
final class CountedUnits {

  /** A unit as it is counted, with what it measures. */
  record Unit(String measure, String name) {}

  private static final Map<String, Unit> UNITS = units();

  private CountedUnits() {}

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    for (TextTable.Row row : TextTable.of(CountedUnits.class, "measures.tsv")) {
      List<String> words = List.of(row.get("words").split(" "));
      words.forEach(word -> units.put(word, new Unit(row.get("measure"), words.getFirst())));
    }
    return Map.copyOf(units);
  }

  static boolean has(String word) {
    return UNITS.containsKey(word);
  }

  static boolean isMoney(String word) {
    Unit unit = UNITS.get(word);
    return unit != null && unit.measure().equals("money");
  }

  /** Whether the two are units of one measure, and not the same. */
  static boolean convert(String word, String other) {
    Unit unit = UNITS.get(word);
    Unit otherUnit = UNITS.get(other);
    return unit != null
        && otherUnit != null
        && unit.measure().equals(otherUnit.measure())
        && !unit.name().equals(otherUnit.name());
  }

  /** A unit's word by which it is told from others: {@code apples} and {@code apple} are one. */
  static String named(String word) {
    Unit unit = UNITS.get(word);
    if (unit != null) {
      return unit.name();
    }
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }
}
