// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.embedded.grammar.CompactProtocol;
import dev.assay.embedded.grammar.ObjectShuffle;
import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import dev.assay.prompts.Draft;
import dev.assay.prompts.ProtocolFixture;
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
          new ObjectShuffle(3, List.of(new Swap(0, 2), new Swap(2, 1), new Swap(1, 0)), 1));

  @Test
  void linesGoFromTheLastSwapToTheFirstHolder() {
    assertThat(PROBLEM.derivation()).containsExactly("BA=A", "CB=A", "AC=C", "#3");
  }

  @Test
  void aVerificationGoesFromTheFirstHolderToThePersonAskedAbout() {
    assertThat(PROBLEM.first()).isEqualTo(2);
    assertThat(PROBLEM.verification()).containsExactly("AC=A", "CB=A", "BA=B", "#2");
  }

  @Test
  void examplesAreWhatTheModelIsAsked() {
    ProtocolFixture style = ProtocolFixture.of(new CompactProtocol());
    TextExample solved = RoleExamples.solve(PROBLEM);
    TextExample verified = RoleExamples.verify(PROBLEM);

    assertThat(solved).isEqualTo(new TextExample("T3:AC,CB,BA?B>", "aBA=AbCB=AcAC=C#3.", 1));
    assertThat(verified).isEqualTo(new TextExample("U3:AC,CB,BA?C>", "aAC=AbCB=AcBA=B#2.", 1));
    assertThat(style.solve(QUESTION)).isEqualTo(solved.prompt());
    assertThat(style.verify(QUESTION, solution(solved))).isEqualTo(verified.prompt());
    assertThat(style.readVerdict(QUESTION, solution(solved), withoutEnd(verified)))
        .hasValue(new Correct(1));
  }

  @Test
  void theRightObjectComesBackToThePersonAskedAbout() {
    SplittableRandom random = new SplittableRandom(1);

    for (int i = 0; i < 1_000; i++) {
      TrackingProblem problem = TrackingProblem.random(random);
      int people = problem.shuffle().people();

      assertThat(problem.derivation()).hasSize(people + 1).endsWith("#" + (problem.first() + 1));
      assertThat(problem.verification())
          .hasSize(people + 1)
          .endsWith("#" + (problem.shuffle().asked() + 1));
    }
  }

  @Test
  void everySizeEveryPairAndEveryQuestionComesUp() {
    SplittableRandom random = new SplittableRandom(2);
    Set<String> pairs = new HashSet<>();
    Set<String> asked = new HashSet<>();

    for (int i = 0; i < 2_000; i++) {
      ObjectShuffle shuffle = TrackingProblem.random(random).shuffle();
      shuffle.swaps().forEach(swap -> pairs.add(shuffle.people() + swap.text()));
      asked.add(shuffle.people() + ":" + shuffle.asked());
    }

    assertThat(pairs).hasSize(3 * 2 + 5 * 4 + 7 * 6);
    assertThat(asked).hasSize(3 + 5 + 7);
  }

  private static Solution solution(TextExample solved) {
    Draft draft =
        ProtocolFixture.of(new CompactProtocol()).readSolution(QUESTION, withoutEnd(solved));
    return new Solution(
        SolutionId.parse("0197f0a1-0000-7000-8000-000000000001/0/0"),
        draft.text(),
        draft.steps(),
        draft.answer(),
        1);
  }

  private static String withoutEnd(TextExample example) {
    return example.completion().replace(".", "");
  }
}
