// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static dev.assay.verifier.EvidenceEvents.problem;
import static dev.assay.verifier.EvidenceEvents.returned;
import static dev.assay.verifier.EvidenceEvents.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.contracts.Verdict.NoVerdict;
import dev.assay.contracts.Verdict.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A verifier whose replies nobody can read: the answer says so, and what was expected. */
class UnreadVerdictsTests {

  private static final NoVerdict UNREADABLE =
      new NoVerdict(
          Reason.UNREADABLE,
          "the reply ends in no judgement of a step (expected: a line \\box{STEPk});"
              + " it begins: Judgement:\r\nYes\u001B[31m "
              + "x".repeat(1_000));

  private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();

  @Test
  void whereNoVerdictCouldBeReadTheReasonSaysWhatWasExpectedAndHowAReplyBegan() {
    Answer answer = settled(UNREADABLE, UNREADABLE);

    assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(answer.rationale().reason())
        .contains("none of 2 verdicts could be read", "expected: a line \\box{STEPk}")
        .contains("it begins: Judgement: Yes [31m xxx")
        .endsWith("…")
        .hasSizeLessThan(1_000)
        .doesNotContain("\n", "\u001B");
  }

  @Test
  void whereNobodyGaveAVerdictTheReasonSaysWhy() {
    NoVerdict away = new NoVerdict(Reason.UNAVAILABLE, "no route to host");

    assertThat(settled(away, away).rationale().reason())
        .endsWith("none of 2 verdicts could be read: no route to host");
  }

  @Test
  void whereOneCouldBeReadNothingIsSaidOfIt() {
    assertThat(settled(new FirstError(0, "why"), UNREADABLE).rationale().reason())
        .doesNotContain("could be read");
  }

  private Answer settled(Verdict first, Verdict second) {
    Problem problem = problem(1, 2);
    Criticised solution = sound(problem, 0, "24");
    take(new Submitted(problem), solution);
    take(returned(solution, 0, first));
    take(returned(solution, 1, second));
    return Optional.ofNullable(store.answer).orElseThrow();
  }

  private void take(Event... events) {
    store.take(4, events);
  }
}
