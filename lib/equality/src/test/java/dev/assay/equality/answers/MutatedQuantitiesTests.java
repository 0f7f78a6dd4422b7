// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A quantity with one thing changed is another one: no such pair may ever be equal. */
class MutatedQuantitiesTests {

  /** Units of which no two are the same, whatever their power, prefix or capitals. */
  private static final List<String> UNITS =
      listed(
          """
          m, km, cm, mm, μm, nm, ft, in, yd, mi, g, kg, mg, Mg, lb, oz, s, ms, min, h, days, weeks,
          years, S, mS, L, N, kN, mN, MN, J, kJ, MJ, W, kW, mW, MW, V, mV, kV, A, mA, Hz, kHz, MHz, Pa,
          kPa, MPa, mol, mmol, K, °C, °F, °, rad, %, ‰, dollars, cents, euros, apples, m/s,
          km/h, mph, m/s^2, m/s^3, m^2, m^3, cm^2, cm^3, kg/m^3, g/cm^3, kg m^2, kg m^{-2}, mol/L, kWh,
          eV, ohms, dollars per hour, pages per day""");

  /** Numbers of which no two become the same in any unit above by another unit's size. */
  private static final List<String> NUMBERS =
      List.of("7", "7.3", "0.73", "1,379", "3.7 \\times 10^5", "-7", "\\frac{7}{13}");

  private static List<String> listed(String units) {
    return List.of(units.split(",\\s+", -1));
  }

  private final MathEquality equality = new MathEquality();

  private static Stream<String> units() {
    return UNITS.stream();
  }

  @ParameterizedTest
  @MethodSource("units")
  void anotherUnitIsAnotherQuantity(String unit) {
    for (String other : UNITS) {
      if (!other.equals(unit)) {
        assertNeverEqual("7 " + unit, "7 " + other);
        assertNeverEqual("7\\text{ " + unit + "}", "7 " + other);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("units")
  void anotherNumberIsAnotherQuantity(String unit) {
    for (String number : NUMBERS) {
      assertThat(equality.compare(number + " " + unit, number + "  " + unit))
          .as(number + " " + unit)
          .isEqualTo(Judgement.EQUAL);
      for (String other : NUMBERS) {
        if (!other.equals(number)) {
          assertNeverEqual(number + " " + unit, other + " " + unit);
        }
      }
    }
  }

  @Test
  void onePieceOfAWritingChangedIsAnotherAnswer() {
    List<String> writings =
        List.of(
            """
            1.234.567; 1,234,567.89; 1.234,56; 1 234 567; 1'234'567; 0,625; 8:05 pm; 20:15; 2:3; 12-17
            6–9 days; between 3 and 5; 5 ft 6 in; 1 h 30 min; $3.50; €3,50; 3.2e5; 3.2 x 10^5
            1,57\\%; 25 °C; 12.5%; $5-$10; 2 hours and 15 minutes; 9.8 m/s^2; 3 kg m^{-3}; ٤٢
            USD 35; 35¢"""
                .split("; |\n", -1));
    Random random = new Random(7);
    for (String writing : writings) {
      for (String mutant : mutants(writing, random)) {
        assertNeverEqual(writing, mutant);
      }
    }
  }

  /** One digit more or less by one, one taken out, one doubled; a sign before all. */
  private static List<String> mutants(String writing, Random random) {
    List<String> mutants = new ArrayList<>();
    for (int i = 0; i < writing.length(); i++) {
      int digit = Character.digit(writing.charAt(i), 10);
      if (digit >= 0) {
        char zero = (char) (writing.charAt(i) - digit);
        char other = (char) (zero + (digit + 1 + random.nextInt(9)) % 10);
        mutants.add(writing.substring(0, i) + other + writing.substring(i + 1));
        mutants.add(writing.substring(0, i + 1) + other + writing.substring(i + 1));
      }
    }
    mutants.add("-" + writing);
    return mutants;
  }

  private void assertNeverEqual(String one, String other) {
    assertThat(equality.compare(one, other)).as(one + " ~ " + other).isNotEqualTo(Judgement.EQUAL);
    assertThat(equality.compare(other, one)).as(other + " ~ " + one).isNotEqualTo(Judgement.EQUAL);
  }
}
