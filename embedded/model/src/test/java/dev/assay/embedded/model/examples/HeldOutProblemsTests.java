// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.embedded.grammar.ObjectShuffle;
import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldOutProblemsTests {

  private static final String JSON =
      """
      {"examples": [{"input": "((1 + 2 + 3 * -4) * (5 + 6 - 7 * 8)) =", "target": "450"}]}
      """;
  private static final ArithmeticProblem PROBLEM = ArithmeticProblem.parse("(1+2+3*-4)*(5+6-7*8)");

  @Test
  void theHashIsThePublishedOne() {
    assertThat(HeldOutProblems.hash("")).isEqualTo(0xcbf29ce484222325L);
    assertThat(HeldOutProblems.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(HeldOutProblems.hash("foobar")).isEqualTo(0x85944171f73967e8L);
  }

  @Test
  void aProblemIsExcludedInEitherDirection() {
    HeldOutProblems held = held(JSON);
    ArithmeticProblem mirrored = new ArithmeticProblem(PROBLEM.question().mirrored());

    assertThat(held.excludes(PROBLEM)).isTrue();
    assertThat(held.excludes(mirrored)).isTrue();
    assertThat(held.excludes(ArithmeticProblem.parse("(1+2+3*-4)*(5+6-7*9)"))).isFalse();
  }

  @Test
  void aProblemWhoseMirrorImageIsHeldIsExcludedToo() {
    HeldOutProblems held =
        new HeldOutProblems(Set.of(HeldOutProblems.hash(PROBLEM.question().mirrored().text())));

    assertThat(held.excludes(PROBLEM)).isTrue();
  }

  @Test
  void theBenchmarkIsHeldAndLittleElse() {
    HeldOutProblems held = HeldOutProblems.bbh();
    SplittableRandom random = new SplittableRandom(6);

    assertThat(held.excludes(ArithmeticProblem.parse("((-1 + 2 + 9 * 5) - (-2 + -4 + -4 * -7)) =")))
        .isTrue();
    for (int i = 0; i < 1_000; i++) {
      assertThat(held.excludes(ArithmeticProblem.random(random))).isFalse();
    }
  }

  @Test
  void aShuffleIsHeldByWhatIsLeftOfItsStory() {
    String story =
        "Ann, Ben, and Cleo are playing a game. At the start of the game, they are each holding a"
            + " ball: Ann has a red ball, Ben has a blue ball, and Cleo has a green ball.\\nFirst,"
            + " Ann and Cleo swap balls. Then, Cleo and Ben swap balls. Finally, Ben and Ann swap"
            + " balls. At the end of the game, Ben has the\\nOptions:\\n(A) red ball.\\n(B) blue"
            + " ball.\\n(C) green ball.";
    HeldOutProblems held = held("{\"input\": \"" + story + "\", \"target\": \"(C)\"}");
    List<Swap> swaps = List.of(new Swap(0, 2), new Swap(2, 1), new Swap(1, 0));

    assertThat(held.excludes(new TrackingProblem(new ObjectShuffle(3, swaps, 1)))).isTrue();
    assertThat(held.excludes(new TrackingProblem(new ObjectShuffle(3, swaps, 2)))).isFalse();
  }

  @Test
  void someShufflesOfThreeAreHeldAndHardlyAnyOfMore() {
    HeldOutProblems held = HeldOutProblems.bbh();
    SplittableRandom random = new SplittableRandom(7);
    int[] excluded = new int[8];

    for (int i = 0; i < 3_000; i++) {
      TrackingProblem problem = TrackingProblem.random(random);
      excluded[problem.shuffle().people()] += held.excludes(problem) ? 1 : 0;
    }

    assertThat(excluded[3]).isBetween(50, 500);
    assertThat(excluded[5] + excluded[7]).isLessThan(5);
  }

  private static HeldOutProblems held(String json) {
    return new HeldOutProblems(
        HeldOutHashes.of(json).stream()
            .map(line -> Long.parseUnsignedLong(line, 16))
            .collect(Collectors.toSet()));
  }
}
