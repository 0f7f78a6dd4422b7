// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.reasoning.style.CompactStyle;
import dev.assay.reasoning.style.Shuffle;
import dev.assay.reasoning.style.Shuffle.Swap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrackingProblemTests {

  private static final String QUESTION =
      """
      Ann, Ben, and Cleo are playing a game. At the start of the game, they are each holding a \
      ball: Ann has a red ball, Ben has a blue ball, and Cleo has a green ball. As the game \
      progresses, pairs of players trade balls. First, Ann and Cleo swap balls. Then, Cleo and \
      Ben swap balls. Finally, Ben and Ann swap balls. At the end of the game, Ben has the
      Options:
      (A) red ball.
      (B) blue ball.
      (C) green ball.""";
  private static final TrackingProblem PROBLEM =
      new TrackingProblem(
          new Shuffle(3, List.of(new Swap(0, 2), new Swap(2, 1), new Swap(1, 0)), 1));

  @Test
  void linesSayWhoHoldsWhatAfterEachSwap() {
    assertThat(PROBLEM.derivation()).containsExactly("AC=321", "CB=312", "BA=132", "#3");
  }

  @Test
  void aTraceGoesFromTheLastSwapToTheFirstHolder() {
    assertThat(PROBLEM.trace()).containsExactly("BA=A", "CB=A", "AC=C", "#3");
  }

  @Test
  void examplesAreWhatTheModelIsAsked() {
    CompactStyle style = new CompactStyle();

    assertThat(Examples.solve(PROBLEM))
        .isEqualTo(new Example(style.solve(QUESTION), "aAC=321bCB=312cBA=132#3.", 1));
    assertThat(Examples.trace(PROBLEM).prompt()).isEqualTo("U3:AC,CB,BA?B>");
    assertThat(Examples.trace(PROBLEM).completion()).isEqualTo("aBA=AbCB=AcAC=C#3.");
  }

  @Test
  void forwardAndBackwardComeToTheSameObject() {
    SplittableRandom random = new SplittableRandom(1);

    for (int i = 0; i < 1_000; i++) {
      TrackingProblem problem = TrackingProblem.random(random);
      List<String> lines = problem.derivation();

      assertThat(lines).hasSize(problem.shuffle().people() + 1);
      assertThat(problem.trace()).hasSameSizeAs(lines).endsWith(lines.getLast());
    }
  }

  @Test
  void everySizeEveryPairAndEveryQuestionComesUp() {
    SplittableRandom random = new SplittableRandom(2);
    Set<String> pairs = new HashSet<>();
    Set<String> asked = new HashSet<>();

    for (int i = 0; i < 2_000; i++) {
      Shuffle shuffle = TrackingProblem.random(random).shuffle();
      shuffle.swaps().forEach(swap -> pairs.add(shuffle.people() + swap.text()));
      asked.add(shuffle.people() + ":" + shuffle.asked());
    }

    assertThat(pairs).hasSize(3 * 2 + 5 * 4 + 7 * 6);
    assertThat(asked).hasSize(3 + 5 + 7);
  }
}
