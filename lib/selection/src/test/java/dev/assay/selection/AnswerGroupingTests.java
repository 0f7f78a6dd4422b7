// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.equality.answers.MathEquality;
import dev.assay.selection.scoring.Exclusion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers come in any order, some together, and end in the same groups. */
class AnswerGroupingTests {

  private static final String[] WRITTEN = {
    "24", "24.0", "\\frac{48}{2}", "24 cm", "0.24 m", "x=24", "{24}", "25", "\\{1,2\\}",
        "\\{2,1\\}",
    "Paris", "paris", "the city", "2\\pi", "6.2832", "x^2-1", "(x-1)(x+1)", "1/3", "0.333", "(1,2)"
  };

  private final Random random = new Random(17);

  @Test
  void groupsAreTheConnectedComponentsHoweverTheirAnswersCome() {
    for (int round = 0; round < 400; round++) {
      int answers = 2 + random.nextInt(9);
      List<String> texts = IntStream.range(0, answers).mapToObj(String::valueOf).toList();
      assertSame(draw(texts), relation(answers));
    }
  }

  @Test
  void theAnswersOfModelsToo() {
    AnswerEquality equality = new MathEquality();
    for (int round = 0; round < 40; round++) {
      assertSame(draw(List.of(WRITTEN)), equality);
    }
  }

  /** Each compares alike from both sides, and with nothing else in common. */
  private AnswerEquality relation(int answers) {
    Judgement[] judgements = Judgement.values();
    Judgement[][] drawn = new Judgement[answers][answers];
    for (int i = 0; i < answers; i++) {
      for (int j = 0; j < i; j++) {
        boolean equal = random.nextInt(answers) == 0;
        drawn[i][j] = equal ? Judgement.EQUAL : judgements[1 + random.nextInt(2)];
        drawn[j][i] = drawn[i][j];
      }
      drawn[i][i] = Judgement.EQUAL;
    }
    return (one, other) -> drawn[Integer.parseInt(one)][Integer.parseInt(other)];
  }

  /** Attempts with gaps, some of which state nothing. */
  private List<FinalSolution> draw(List<String> texts) {
    List<FinalSolution> drawn = new ArrayList<>();
    for (int attempt = 0; attempt < 14; attempt++) {
      if (random.nextInt(6) > 0) {
        drawn.add(solution(attempt, random.nextInt(8) == 0 ? null : any(texts)));
      }
    }
    return drawn;
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static FinalSolution solution(int attempt, @Nullable String answer) {
    return new FinalSolution(
        new SolutionId(new AttemptId(EvidenceFixture.ID, attempt), 0),
        answer,
        true,
        1,
        Usage.NONE,
        VerdictTally.NONE);
  }

  private void assertSame(List<FinalSolution> solutions, AnswerEquality equality) {
    List<FinalSolution> answered = new Evidence(0, solutions, List.of()).answered();
    List<List<FinalSolution>> components =
        AnswerGroups.of(
            answered, each -> Optional.ofNullable(each.answer()).orElseThrow(), equality);

    Evidence one = come(solutions, equality);
    List<AnswerGroupSums> groups = AnswerGroupSums.of(one.answered());

    assertThat(groups.stream().map(AnswerGroupingTests::attempts).toList())
        .isEqualTo(components.stream().map(AnswerGroupingTests::attempts).toList());
    groups.forEach(
        group ->
            assertThat(group.members())
                .allMatch(each -> group.members().getFirst().attempt() == group(each)));
    Exclusion exclusion = Differences.among(groups);
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < groups.size(); j++) {
        assertThat(i != j && exclusion.between(i, j))
            .isEqualTo(i != j && differ(components.get(i), components.get(j), equality));
      }
    }
    assertThat(exclusion.between(0, groups.size())).isTrue();
  }

  private static int group(FinalSolution solution) {
    return Optional.ofNullable(solution.membership()).orElseThrow().group();
  }

  private static List<Integer> attempts(AnswerGroupSums group) {
    return attempts(group.members());
  }

  private static List<Integer> attempts(List<FinalSolution> group) {
    return group.stream().map(FinalSolution::attempt).toList();
  }

  private static boolean differ(
      List<FinalSolution> group, List<FinalSolution> other, AnswerEquality equality) {
    return group.stream()
        .anyMatch(
            one ->
                other.stream()
                    .anyMatch(
                        two ->
                            equality.compare("" + one.answer(), "" + two.answer())
                                == Judgement.DIFFERENT));
  }

  /** In any order, one by one or several at a time. */
  private Evidence come(List<FinalSolution> solutions, AnswerEquality equality) {
    List<FinalSolution> waiting = new ArrayList<>(solutions);
    Collections.shuffle(waiting, random);
    List<FinalSolution> here = List.of();
    while (!waiting.isEmpty()) {
      List<FinalSolution> next = new ArrayList<>(here);
      for (int some = 1 + random.nextInt(3); some > 0 && !waiting.isEmpty(); some--) {
        next.add(waiting.removeLast());
      }
      here = new Evidence(0, next, List.of()).grouped(equality).solutions();
    }
    return new Evidence(0, here, List.of());
  }

  @Test
  void noPairIsComparedTwice() {
    Set<String> compared = new HashSet<>();
    AnswerEquality equality =
        (one, other) -> {
          assertThat(compared.add(one + " " + other)).as("%s and %s", one, other).isTrue();
          return Judgement.DIFFERENT;
        };
    List<FinalSolution> solutions =
        IntStream.range(0, 12).mapToObj(i -> solution(i, "" + i)).toList();

    come(solutions, equality).grouped(equality);

    assertThat(compared).hasSize(12 * 11 / 2);
  }

  @Test
  void draftsAreGroupedWhereNothingElseStatesAnAnswer() {
    List<FinalSolution> drafts = List.of(solution(1, "24"), solution(2, "24.0"));
    AnswerEquality equality = new MathEquality();

    Evidence none =
        new Evidence(0, List.of(solution(0, null)), List.of(), drafts).grouped(equality);
    Evidence one = new Evidence(0, List.of(solution(0, "7")), List.of(), drafts).grouped(equality);

    assertThat(none.drafts()).allMatch(each -> group(each) == 1);
    assertThat(one.drafts()).allMatch(each -> each.membership() == null);
  }
}
