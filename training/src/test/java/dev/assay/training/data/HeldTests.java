// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldTests {

  private static final String JSON =
      """
      {"examples": [{"input": "((1 + 2 + 3 * -4) * (5 + 6 - 7 * 8)) =", "target": "450"}]}
      """;
  private static final ArithmeticProblem PROBLEM = ArithmeticProblem.parse("(1+2+3*-4)*(5+6-7*8)");

  @Test
  void theHashIsThePublishedOne() {
    assertThat(Held.hash("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(Held.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(Held.hash("foobar")).isEqualTo(0x85944171f73967e8L);
  }

  @Test
  void aProblemIsExcludedInEitherDirection() {
    Held held = held();
    ArithmeticProblem mirrored = new ArithmeticProblem(PROBLEM.question().mirrored());

    assertThat(held.excludes(PROBLEM)).isTrue();
    assertThat(held.excludes(mirrored)).isTrue();
    assertThat(held.excludes(ArithmeticProblem.parse("(1+2+3*-4)*(5+6-7*9)"))).isFalse();
  }

  @Test
  void aProblemWhoseMirrorImageIsHeldIsExcludedToo() {
    Held held = new Held(Set.of(Held.hash(PROBLEM.question().mirrored().text())));

    assertThat(held.excludes(PROBLEM)).isTrue();
  }

  @Test
  void theBenchmarkIsHeldAndLittleElse() {
    Held held = Held.bbh();
    SplittableRandom random = new SplittableRandom(6);

    assertThat(held.excludes(ArithmeticProblem.parse("((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =")))
        .isTrue();
    for (int i = 0; i < 1_000; i++) {
      assertThat(held.excludes(ArithmeticProblem.random(random))).isFalse();
    }
  }

  private static Held held() {
    return new Held(
        HeldHashes.of(JSON).stream()
            .map(line -> Long.parseUnsignedLong(line, 16))
            .collect(Collectors.toSet()));
  }
}
