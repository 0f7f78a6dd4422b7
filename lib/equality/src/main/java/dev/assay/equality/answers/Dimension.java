// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is measured, as a product of powers of bases: a speed is m s^-1. Equal dimensions can be
 * converted, so that m/s^2 and m/s^3, which differ in an exponent only, cannot.
 *
 * @param exponents by base, none of them zero
 */
record Dimension(Map<String, Integer> exponents) {

  static final Dimension NONE = new Dimension(Map.of());

  /** Begins a base that is no measure: a noun, or a word that people mean different things by. */
  private static final String NOUN = "~";

  private static final Set<String> PHYSICAL =
      Set.of("m", "kg", "s", "A", "K", "mol", "cd", "rad", "month");

  Dimension {
    exponents = Collections.unmodifiableMap(new TreeMap<>(exponents));
  }

  /** As the table of units writes it: {@code kg m s^-2}. */
  static Dimension of(String text) {
    Map<String, Integer> exponents = new TreeMap<>();
    for (String base : text.split(" ", -1)) {
      int power = base.indexOf('^');
      String name = power < 0 ? base : base.substring(0, power);
      exponents.put(name, power < 0 ? 1 : Integer.parseInt(base.substring(power + 1)));
    }
    return new Dimension(exponents);
  }

  static Dimension noun(String noun) {
    return new Dimension(Map.of(NOUN + noun, 1));
  }

  Dimension times(Dimension other, int power) {
    Map<String, Integer> product = new TreeMap<>(exponents);
    other.exponents.forEach(
        (base, exponent) -> product.merge(base, exponent * power, Dimension::sum));
    return new Dimension(product);
  }

  /** Null takes the base out of the map. */
  @SuppressWarnings("NullAway") // Map.merge takes a null for "remove".
  private static Integer sum(Integer one, Integer other) {
    return one + other == 0 ? null : (Integer) (one + other);
  }

  boolean isKnown() {
    return exponents.keySet().stream().noneMatch(base -> base.startsWith(NOUN));
  }

  /** Whether both count money, shares or things: a rate is often given without its "per hour". */
  boolean countsLike(Dimension other) {
    return exponents.keySet().stream()
        .anyMatch(base -> !PHYSICAL.contains(base) && other.exponents.containsKey(base));
  }

  /** The exponent, if there is no other base; 0 otherwise. */
  int powerOf(String base) {
    return exponents.size() == 1 ? exponents.getOrDefault(base, 0) : 0;
  }

  /** The same, where a month is some time: who knows how many days it has? */
  Dimension withoutCalendar() {
    int months = exponents.getOrDefault("month", 0);
    return months == 0 ? this : times(of("month"), -months).times(of("s"), months);
  }
}
