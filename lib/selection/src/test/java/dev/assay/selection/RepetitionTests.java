// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.ID;
import static dev.assay.selection.EvidenceFixture.YES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Warning;
import dev.assay.equality.answers.MathEquality;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Copies agree as one does, and draws that are alike are draws. */
class RepetitionTests {

  private static final int LONG = Repetition.TELLING;

  @Test
  void longSolutionsThatAreAlikeCountAsOne() {
    assertThat(repeats(drawn("a", LONG), drawn("b", LONG), drawn("a", LONG), drawn("a", LONG)))
        .containsExactly(null, null, 0, 0);
  }

  @Test
  void shortOnesDoWhereNoneDiffers() {
    assertThat(repeats(drawn("a", 20), drawn("a", 20), drawn("a", 20))).containsExactly(null, 0, 0);
    assertThat(repeats(drawn("a", 20), drawn("a", 20))).containsOnlyNulls();
    assertThat(repeats(drawn("a", 20), drawn("a", 20), drawn("a", 20), drawn("b", 20)))
        .containsOnlyNulls();
  }

  @Test
  void greedyOnesAlwaysDo() {
    ReplyOrigin greedy = new ReplyOrigin(0.0, true, "a", 20, null, null, null, null);

    assertThat(repeats(greedy, greedy)).containsExactly(null, 0);
  }

  @Test
  void whereThereIsOneSpellingOnlyOrNobodySaidAlikeMeansNothing() {
    ReplyOrigin canonical = new ReplyOrigin(0.7, true, "a", 9 * LONG, null, null, null, null);

    assertThat(repeats(canonical, canonical, canonical)).containsOnlyNulls();
    assertThat(repeats(ReplyOrigin.UNKNOWN, ReplyOrigin.UNKNOWN, ReplyOrigin.UNKNOWN))
        .containsOnlyNulls();
  }

  @Test
  void whoeverWasAskedAboutIsTheOriginal() {
    Evidence evidence =
        evidence(
            solution(0, "4", drawn("a", LONG), 0),
            solution(1, "4", drawn("a", LONG), 2),
            solution(2, "4", drawn("a", LONG), 0));

    assertThat(marks(evidence)).containsExactly(1, null, 1);
    assertThat(marks(evidence.grouped(new MathEquality().to("?")))).containsExactly(1, null, 1);
  }

  @Test
  void copiesRaiseNoSupportOfAGroup() {
    Evidence copied =
        evidence(
            Stream.concat(
                    IntStream.range(0, 5).mapToObj(k -> solution(k, "5", drawn("a", LONG), 2)),
                    IntStream.range(5, 7).mapToObj(k -> solution(k, "4", drawn("b" + k, LONG), 2)))
                .toArray(FinalSolution[]::new));

    Answer answer = settled(copied, SelectionRule.MAJORITY);

    assertThat(answer.text()).isEqualTo("4");
    assertThat(answer.groups()).hasSize(2);
    assertThat(answer.groups().getLast().solutions()).singleElement();
    assertThat(answer.groups().getLast().solutions().getFirst().copies())
        .containsExactly(1, 2, 3, 4);
    assertThat(answer.support().trust()).isNotNull().matches(trust -> trust.rivals() == 1);
    assertThat(answer.warnings())
        .singleElement()
        .isEqualTo(
            Warning.of(
                Warning.Code.NO_DIVERSITY,
                "4 of 7 solutions drawn at a temperature of 0.7 and 0 verdicts are another one letter"
                    + " for letter, and do not count: a cache in front of the model, or a server that"
                    + " ignores seeds, gives one draw again and again"));
  }

  @Test
  void anAttemptThatIsACopyHasReachedItsEnd() {
    Evidence evidence =
        evidence(
            solution(0, "4", drawn("a", LONG), 2),
            solution(1, "4", drawn("a", LONG), 0),
            solution(2, "4", drawn("a", LONG), 0));

    assertThat(evidence.complete(EvidenceFixture.policy(3, 2, SelectionRule.PESSIMISTIC))).isTrue();
    assertThat(settled(evidence, SelectionRule.PESSIMISTIC).work().unanswered()).isZero();
  }

  @Test
  void verdictsThatAreCopiesAreNeitherReadNorAskedFor() {
    VerdictSigns one = new VerdictSigns(1, 0, 0, 0, 0, Set.of(), null);
    FinalSolution solution =
        new FinalSolution(
            new SolutionId(new AttemptId(ID, 0), 0),
            "4",
            null,
            true,
            5,
            Usage.NONE,
            new VerdictTally(2, 2, 1, 1, Usage.NONE, one),
            ReplyOrigin.UNKNOWN,
            null);

    Answer answer = settled(evidence(solution), SelectionRule.PESSIMISTIC);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.reason())
        .contains("the answer is right with probability")
        .doesNotContain("1 of 2");
    assertThat(answer.groups().getFirst().solutions().getFirst().repeated()).isEqualTo(1);
    assertThat(answer.warnings().getFirst().message())
        .startsWith("0 of 1 solutions and 1 verdicts");
  }

  private static Answer settled(Evidence evidence, SelectionRule rule) {
    Decision decision =
        new Selection(Assurance.NONE)
            .decide(
                EvidenceFixture.problem(EvidenceFixture.policy(evidence.attemptsAsked(), 2, rule)),
                evidence,
                EvidenceFixture.START.plusSeconds(90));
    return ((Decision.Settle) decision).answer();
  }

  private static ReplyOrigin drawn(String digest, int length) {
    return new ReplyOrigin(0.7, null, digest, length, null, null, null, null);
  }

  private static List<@Nullable Integer> repeats(ReplyOrigin... replies) {
    return marks(
        evidence(
            IntStream.range(0, replies.length)
                .mapToObj(k -> solution(k, "4", replies[k], 0))
                .toArray(FinalSolution[]::new)));
  }

  private static List<@Nullable Integer> marks(Evidence evidence) {
    return evidence.solutions().stream().map(FinalSolution::repeats).toList();
  }

  private static Evidence evidence(FinalSolution... solutions) {
    return new Evidence(solutions.length, List.of(solutions), List.of())
        .grouped(new MathEquality().to("?"));
  }

  private static FinalSolution solution(
      int attempt, String answer, ReplyOrigin reply, int verdicts) {
    return new FinalSolution(
            new SolutionId(new AttemptId(ID, attempt), 0),
            answer,
            true,
            5,
            Usage.NONE,
            VerdictTally.of(Collections.nCopies(verdicts, YES)))
        .from(reply);
  }
}
