// SPDX-License-Identifier: Apache-2.0
package dev.assay.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.text.Cost;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class ClaimGarbageTests {

  private static final int MEGABYTE = 1_000_000;

  /** The budget, and what its last operation overdraws. */
  private static final long MOST_STEPS = ClaimChecker.WORK + 1_000_000;

  private static final long SEED = 7;

  private static final List<String> SHARDS =
      List.of(
          "=",
          "(",
          ")",
          "{",
          "}",
          "[",
          "1",
          "2.5",
          "1,000",
          "+",
          "-",
          "*",
          "/",
          "^",
          "%",
          "$",
          "x",
          "\\frac",
          "\\sqrt",
          "\\(",
          "\\)",
          "<<",
          ">>",
          "!",
          " of ",
          " is ",
          "\n",
          "≈",
          "²",
          "–",
          "\\\\",
          "\\",
          "apples",
          "\uD83D\uDE00",
          "\u0000",
          "\\text{",
          "**",
          "|",
          "9^9",
          "1/0",
          "\\\\cdot ",
          "\\n",
          "^\\circ",
          "√",
          "\\frac12",
          " half of ",
          " leaves ",
          ", which is ",
          " modulo ",
          " in base ",
          " hours ",
          " and ",
          " if ",
          "?",
          " the operation defined ");

  static Stream<String> floods() {
    return Stream.of(
            "=",
            "(",
            ")",
            "((",
            "1=",
            "1+",
            "1+(",
            "-",
            "$",
            "\\",
            "\\frac{",
            "<<",
            "<<1=1>>",
            "x",
            "1 ",
            "1,111",
            "9",
            "9^",
            "9!",
            " a",
            "a' ",
            "1 a ",
            "1/",
            ".",
            "%",
            "\n",
            "\n- ",
            "(1)",
            "1(",
            "\\(1\\)",
            "1 apple + ",
            "1(a) + ",
            "x=x",
            "x+",
            "half of ",
            "1 hour + ",
            "1+1 gives ",
            "Week 1 = 1+1 ",
            "mod 7 ",
            "in base 3, 1+1=3 ",
            "\\\\cdot",
            "\\frac12",
            "1+1=3\n\n",
            "$1=1+1$ ",
            "²",
            "\"A\"")
        .map(shard -> shard.repeat(MEGABYTE / shard.length()));
  }

  @ParameterizedTest
  @MethodSource("floods")
  void aMegabyteOfAnythingIsReadWithinTheBudget(String text) {
    Cost lenient = Cost.of(() -> ClaimChecker.lenient().claims(text));
    Cost strict = Cost.of(() -> new ExactCritic().flaws("1 + 1 =", List.of(text)));

    assertThat(lenient.steps()).isLessThan(MOST_STEPS);
    assertThat(strict.steps()).isLessThan(MOST_STEPS);
  }

  @Test
  void randomShardsNeverBreakAnything() {
    Random random = new Random(SEED);
    ExactCritic critic = new ExactCritic();
    for (int i = 0; i < 3000; i++) {
      String text = shards(random, 1 + random.nextInt(60));
      critic.flaws(i % 2 == 0 ? "2 * 3 =" : text, List.of(text, text));
    }
  }

  private static String shards(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(SHARDS.get(random.nextInt(SHARDS.size())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("towers")
  void whatIsTooLargeIsNotDecided(String step) {
    assertThat(ClaimChecker.lenient().claims(step)).noneMatch(Claim::isFalse);
  }

  static Stream<String> towers() {
    return Stream.of(
        "9^9^9^9 = 1 + 1",
        "9^{9^{9^{9}}} = 1 + 1",
        "1000000! = 2 * 3",
        "1/0 = 2 + 3",
        "9".repeat(5000) + " * 2 = 3",
        "(".repeat(500) + "1 + 1" + ")".repeat(500) + " = 3");
  }
}
