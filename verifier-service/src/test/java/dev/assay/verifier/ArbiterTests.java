// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.DRAFT_AND_CRITIQUE;
import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.returned;
import static dev.assay.verifier.EvidenceEvents.sound;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Comparison;
import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.ComparisonId;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.MalformedEventException;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerdictEvent.Compared;
import dev.assay.selection.AnswerPair;
import dev.assay.verifier.core.Requests;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers in words: an arbiter is asked about pairs, and the settlement waits for what it says. */
class ArbiterTests {

  private static final Requests ARBITER = new Requests(Integer.MAX_VALUE, 32, false);
  private static final Correct PASS = new Correct(1);

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
  private final Problem problem = problem(2, 2);
  private final Criticised first = sound(problem, 0, "the treaty of Westphalia");
  private final Criticised second = sound(problem, 1, "the peace of 1648");

  private void take(Event... events) {
    store.take(ARBITER, events);
  }

  private List<ComparisonEvent.Requested> asked() {
    return store.published.stream()
        .flatMap(
            each ->
                each instanceof ComparisonEvent.Requested asked ? Stream.of(asked) : Stream.of())
        .toList();
  }

  private Compared compared(int one, int other, @Nullable Comparison said) {
    Usage usage = new Usage(1, 30, 4, 9);
    return new Compared(
        new ComparisonId(problem.id(), one, other), said, null, "arbiter", usage, null, null);
  }

  private void verdicts() {
    take(returned(first, 0, PASS), returned(first, 1, PASS));
    take(returned(second, 0, PASS), returned(second, 1, PASS));
  }

  @Test
  void aPairThatNothingComputesIsAskedAboutOnce() {
    take(new Submitted(problem), first);
    assertThat(asked()).isEmpty();

    take(second);
    take(returned(first, 0, PASS), second);

    assertThat(asked())
        .containsExactly(
            new ComparisonEvent.Requested(
                problem,
                new ComparisonId(problem.id(), 0, 1),
                "the treaty of Westphalia",
                "the peace of 1648"));
  }

  @Test
  void theAnswerWaitsForTheWordThatMakesThemOneAndBearsItsCost() {
    take(new Submitted(problem), first, second);
    verdicts();
    assertThat(store.answer).isNull();

    take(compared(0, 1, Comparison.EQUAL), compared(0, 1, Comparison.EQUAL));

    assertThat(requireNonNull(store.answer).groups()).hasSize(1);
    assertThat(store.answer.status()).isEqualTo(Status.VERIFIED);
    assertThat(store.answer.usage().calls()).isEqualTo(2 * DRAFT_AND_CRITIQUE.calls() + 4 + 1);
  }

  @Test
  void whatIsDifferentOrUnreadableLeavesThemApart() {
    take(new Submitted(problem), first, second);
    verdicts();

    take(compared(0, 1, null));

    assertThat(requireNonNull(store.answer).groups()).hasSize(2);
    assertThat(store.answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(asked()).hasSize(1);
  }

  @Test
  void withoutAnArbiterNothingIsAskedAndNothingWaitedFor() {
    store.take(Integer.MAX_VALUE, new Submitted(problem), first, second);
    store.take(Integer.MAX_VALUE, returned(first, 0, PASS), returned(first, 1, PASS));
    store.take(Integer.MAX_VALUE, returned(second, 0, PASS), returned(second, 1, PASS));

    assertThat(asked()).isEmpty();
    assertThat(requireNonNull(store.answer).groups()).hasSize(2);
  }

  @Test
  void aWordThatNobodyAskedForCountsWhenItsAnswersCome() {
    take(new Submitted(problem), compared(0, 1, Comparison.EQUAL), first, second);
    verdicts();

    assertThat(asked()).isEmpty();
    assertThat(requireNonNull(store.answer).groups()).hasSize(1);
  }

  @Test
  void oneOnAnAttemptBeyondTheFirstNIsRefused() {
    take(new Submitted(problem), first);

    assertThatThrownBy(() -> take(compared(0, 2, Comparison.EQUAL)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageContaining("attempt 2: not planned");
  }

  @Test
  void aContradictionIsKeptAndChangesNothing() {
    Problem three = problem(3, 1);
    take(new Submitted(three), sound(three, 0, "a"), sound(three, 1, "the b"));
    take(sound(three, 2, "some c"));
    take(said(three, 0, 1, Comparison.EQUAL), said(three, 0, 2, Comparison.DIFFERENT));

    take(said(three, 1, 2, Comparison.EQUAL));

    assertThat(store.contradictions).containsExactly(new AnswerPair(1, 2));
    assertThat(store.evidence().solutions())
        .extracting(each -> requireNonNull(each.membership()).group())
        .containsExactly(0, 0, 2);
  }

  private static Compared said(Problem problem, int one, int other, Comparison said) {
    return new Compared(
        new ComparisonId(problem.id(), one, other), said, null, "arbiter", Usage.NONE, null, null);
  }
}
