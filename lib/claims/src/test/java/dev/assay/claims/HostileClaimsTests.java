// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.text.Cost;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Solutions that loop, or calculate what nobody would: the critic looks as far as its budget. */
class HostileClaimsTests {

  private static final String ASKED = "What is 2 + 3?";

  /** Twice the text, and what rounding adds. */
  private static final double TWICE = 2.2;

  /** For the classes that are loaded by the first of them. */
  private static final long SLACK = 1_000_000;

  private final ExactCritic critic = new ExactCritic();

  @Test
  void aStepWithThousandsOfFalseClaimsIsWrongOnce() {
    Flawed flaw = critic.critique("?", List.of("Then 2 + 2 = 5. ".repeat(6_000))).orElseThrow();

    assertThat(flaw.firstError()).isZero();
    assertThat(flaw.why()).isEqualTo("2 + 2 = 5: 2+2 is 4");
    assertThat(flaw.suggestion()).isEqualTo("2 + 2 = 4");
  }

  @Test
  void aStepOfUsualLengthIsSuggestedWhole() {
    assertThat(critic.critique("?", List.of("Then 2 + 2 = 5. So 3 + 3 = 7.")))
        .map(Flawed::suggestion)
        .contains("Then 2 + 2 = 4. So 3 + 3 = 7.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then 2 + 2 = 5. ",
        "2+2=5. ",
        "1=",
        "x+x=3x, ",
        "A = A*A*A*A = 2*2 = 4\n",
        "1.2345*1.2346=1.6. ",
        "<<2+2=5>>",
        "\\frac{1}{2} + \\frac{1}{3} = \\frac{2}{5}, ",
        "((((1))))=(2) ",
        "(((",
        "\"A\"",
        "1 apple + ",
        "half of 3 is 4. ",
        "1 hour + 2 minutes = 4. ",
        "mod 7, 1 + 1 = 4. ",
        "in base 3, 12 * 12 = 99. ",
        "Week 1 (2) = 3 + 4, ",
        "1/3 + 1/4 + 1/5 = 0 + 0 + 0 + 1. ",
        "\u0130"
      })
  void workAndMemoryGrowWithTheStep(String piece) {
    for (String question : List.of("?", ASKED)) {
      Cost once = criticised(question, piece.repeat(8_000 / piece.length()));
      Cost twice = criticised(question, piece.repeat(16_000 / piece.length()));

      assertThat(twice.steps()).isLessThan((long) (TWICE * once.steps()) + SLACK);
      assertThat(twice.bytes()).isLessThan((long) (TWICE * once.bytes()) + SLACK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3^9999/2^9999 + 5^6000/7^5800 = 1 + 1. ",
        "999! = 998! + 1. ",
        "9^9^9^9 = 1 + 1. ",
        "170!! = 2 + 3, "
      })
  void whatNobodyWouldCalculateEndsWithTheBudget(String piece) {
    Cost many = Cost.of(() -> critic.flaws("?", Collections.nCopies(1_000, piece.repeat(4))));

    assertThat(many.steps()).isLessThan(ClaimChecker.WORK + SLACK);
  }

  @Test
  void whatWasFoundBeforeTheBudgetEndedIsSaid() {
    String step = "So 2 + 2 = 5. " + "999! + 1 = 998! + 1. ".repeat(4_000);

    assertThat(critic.critique("?", List.of(step)).orElseThrow().why()).startsWith("2 + 2 = 5");
  }

  @Test
  void reasonsAndSuggestionsFitTheirPlace() {
    String digits = "7".repeat(60_000);
    for (String step :
        List.of(
            "So 2 + 2 = " + digits + ".",
            "Read \"A + B\" here. " + "And so on. ".repeat(9_000),
            "A = 1 + 1 = 3 " + "word ".repeat(10_000))) {
      critic
          .critique(ASKED, List.of("A = 7 - 2", "B = 2 + 2", step))
          .ifPresent(
              flaw -> {
                assertThat(Bounds.fits(flaw.why(), Bounds.REASON)).isTrue();
                assertThat(flaw.suggestion() == null || fits(flaw.suggestion())).isTrue();
              });
    }
    assertThat(critic.critique(ASKED, List.of("A = 1 + 1 = 3 " + "word ".repeat(10_000))))
        .isPresent();
  }

  private static boolean fits(String suggestion) {
    return Bounds.fits(suggestion, Bounds.REASON);
  }

  private Cost criticised(String question, String step) {
    return Cost.of(() -> critic.critique(question, List.of(step)));
  }
}
