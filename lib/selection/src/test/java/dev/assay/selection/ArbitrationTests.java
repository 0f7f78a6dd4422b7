// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.NO;
import static dev.assay.selection.EvidenceFixture.YES;
import static dev.assay.selection.EvidenceFixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.MathEquality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an arbiter says of answers in words, and when it is waited for. */
class ArbitrationTests {

  private static final Instant SOON = EvidenceFixture.START.plusSeconds(1);
  private static final Instant DUE = EvidenceFixture.START.plusSeconds(60);

  private final Selection selection = new Selection(Assurance.NONE);
  private final List<ArbiterComparison> comparisons = new ArrayList<>();

  private ArbitrationTests says(int one, int other, @Nullable Comparison said) {
    Usage usage = new Usage(1, 10, 1, 5);
    comparisons.add(new ArbiterComparison(new AnswerPair(one, other), true, said, usage));
    return this;
  }

  private Evidence on(EvidenceFixture fixture) {
    Evidence plain = fixture.build();
    return new Evidence(
            plain.attemptsAsked(), plain.solutions(), plain.abandoned(), List.of(), comparisons)
        .grouped(new MathEquality());
  }

  private static List<Integer> groups(Evidence evidence) {
    return evidence.solutions().stream()
        .map(each -> Objects.requireNonNull(each.membership()).group())
        .toList();
  }

  private static EvidenceFixture words(String... answers) {
    EvidenceFixture fixture = evidence();
    for (String answer : answers) {
      fixture.solution(answer, YES);
    }
    return fixture;
  }

  @Test
  void equalAnswersAreOneGroupAndDifferentOnesExcludeEachOther() {
    says(0, 2, Comparison.EQUAL).says(0, 1, Comparison.DIFFERENT);

    Evidence evidence = on(words("Paris", "Lyon", "the French capital"));

    assertThat(groups(evidence)).containsExactly(0, 1, 0);
    List<AnswerGroupSums> sums = AnswerGroupSums.of(evidence.answered());
    assertThat(Differences.among(sums).between(0, 1)).isTrue();
    assertThat(evidence.contradictions()).isEmpty();
    assertThat(evidence.uncompared(32)).isEmpty();
    assertThat(evidence.usage().calls()).isEqualTo(3 + 2);
  }

  @Test
  void whatIsNotReadableLeavesThemApartAndIsNotAskedAgain() {
    says(0, 1, null);

    Evidence evidence = on(words("Paris", "Lyon"));

    assertThat(groups(evidence)).containsExactly(0, 1);
    assertThat(Differences.among(AnswerGroupSums.of(evidence.answered())).between(0, 1)).isFalse();
    assertThat(evidence.uncompared(32)).isEmpty();
  }

  @Test
  void theFirstDecisionStandsAgainstOneThatContradictsIt() {
    says(0, 1, Comparison.EQUAL).says(1, 2, Comparison.EQUAL).says(0, 2, Comparison.DIFFERENT);

    Evidence together = on(words("a city", "the city", "that city"));

    assertThat(groups(together)).containsExactly(0, 0, 0);
    assertThat(together.contradictions()).containsExactly(new AnswerPair(0, 2));

    comparisons.clear();
    says(0, 1, Comparison.EQUAL).says(0, 2, Comparison.DIFFERENT).says(1, 2, Comparison.EQUAL);
    Evidence apart = on(words("a city", "the city", "that city"));

    assertThat(groups(apart)).containsExactly(0, 0, 2);
    assertThat(apart.contradictions()).containsExactly(new AnswerPair(1, 2));
  }

  @Test
  void whatIsComputedCountsMore() {
    says(0, 1, Comparison.EQUAL);

    assertThat(groups(on(words("24", "25")))).containsExactly(0, 1);
  }

  @Test
  void decisionsAreKeptWithTheGroupsAndChangeNothingWhenAppliedAgain() {
    says(0, 1, Comparison.EQUAL).says(0, 2, Comparison.DIFFERENT).says(1, 2, Comparison.EQUAL);
    Evidence once = on(words("a city", "the city", "that city"));

    assertThat(once.grouped(new MathEquality())).isEqualTo(once);
  }

  @Test
  void anAnswerIsComparedWithOneOfEachGroupAndNoMoreThanAllowed() {
    says(0, 1, Comparison.EQUAL);

    Evidence evidence = on(words("Paris", "the capital", "Lyon", "24"));

    assertThat(evidence.uncompared(32))
        .containsExactly(new AnswerPair(0, 2), new AnswerPair(0, 3), new AnswerPair(2, 3));
    assertThat(evidence.uncompared(2)).containsExactly(new AnswerPair(0, 2));
    assertThat(evidence.uncompared(0)).isEmpty();
    assertThat(evidence.comparing(evidence.uncompared(32)).uncompared(32)).isEmpty();
    assertThat(on(evidence().solution("24", YES).solution("25", YES)).uncompared(32)).isEmpty();
  }

  private static Problem problem(int attempts, SelectionRule rule) {
    return EvidenceFixture.problem(EvidenceFixture.policy(attempts, 4, rule));
  }

  private Decision decide(Problem problem, Evidence evidence, Instant now) {
    return EvidenceFixture.onGrid(selection, problem, evidence, now);
  }

  /** Three of four attempts that say the same in words of their own. */
  private static EvidenceFixture rivals() {
    return evidence()
        .solution("the treaty of Westphalia", YES, YES, YES, YES)
        .solution("the 1648 peace", YES, YES, YES, YES)
        .solution("the fall of Rome", NO, NO, NO, NO);
  }

  @Test
  void aComparisonThatMayChangeTheAnswerIsWaitedFor() {
    Problem problem = problem(3, SelectionRule.MAJORITY);
    Evidence asked = on(rivals());
    Evidence waiting = asked.comparing(asked.uncompared(32));

    assertThat(decide(problem, waiting, SOON)).isInstanceOf(Decision.Wait.class);

    says(0, 1, Comparison.EQUAL).says(0, 2, Comparison.DIFFERENT);
    Answer answer = settled(decide(problem, on(rivals()), SOON));
    assertThat(answer.groups()).hasSize(2);
    assertThat(answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(answer.late()).isFalse();
  }

  @Test
  void oneThatCannotIsNot() {
    Problem problem = problem(3, SelectionRule.PESSIMISTIC);
    Evidence failing =
        on(
            evidence()
                .solution("Paris", NO, NO, NO, NO)
                .solution("Lyon", NO, NO, NO, NO)
                .solution("Nice", NO, NO, NO, NO));

    Answer answer = settled(decide(problem, failing.comparing(failing.uncompared(32)), SOON));

    assertThat(answer.status()).isEqualTo(Status.ABSTAINED);
    assertThat(answer.late()).isFalse();
  }

  @Test
  void theDeadlineLeavesWhatIsOpenUnknown() {
    Evidence asked = on(rivals());
    Evidence waiting = asked.comparing(asked.uncompared(32));

    Answer answer = settled(decide(problem(3, SelectionRule.MAJORITY), waiting, DUE));

    assertThat(answer.late()).isTrue();
    assertThat(answer.groups()).hasSize(3);
  }

  @Test
  void manyUnderWayAreWaitedForWithoutTryingThemAll() {
    Evidence asked =
        on(words("Paris", "Lyon", "Nice", "Lille", "Brest", "Nantes", "Toulouse", "Dijon"));
    Evidence waiting = asked.comparing(asked.uncompared(32));

    assertThat(waiting.openComparisons()).hasSize(28);
    assertThat(
            PendingComparisons.matter(
                waiting,
                _ -> {
                  throw new AssertionError("tried");
                }))
        .isTrue();
  }

  private static Answer settled(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Settle.class);
    return ((Decision.Settle) decision).answer();
  }
}
