// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Expense;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Warning;
import dev.assay.contracts.Warning.Code;
import dev.assay.testing.AnswerFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What whoever runs the system hears of answers. */
@ExtendWith(OutputCaptureExtension.class)
class SettledAnswersTests {

  private static final ProblemId ID = new ProblemId(new UUID(0, 1));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = Instant.EPOCH;
  private final SettledAnswers answers = new SettledAnswers(meters, () -> now);

  @Test
  void aCodeIsWrittenOfOnceAMinuteAndSaysWhatWasHeldBack(CapturedOutput log) {
    Answer answer = answer().warning(List.of(Warning.of(Code.SAME_WEIGHTS, "alike")));
    for (int i = 0; i < 3; i++) {
      answers.add(ID, answer);
    }
    assertThat(log.getOut().split("same_weights: alike", -1)).hasSize(2);

    now = now.plus(Duration.ofMinutes(1));
    answers.add(ID, answer);

    assertThat(log.getOut()).contains("same_weights: alike (2 more of these were held back)");
    assertThat(meters.get("assay.warnings").tag("code", "same_weights").counter().count())
        .isEqualTo(4);
  }

  @Test
  void aCodeOfALaterBuildHasNoCounter(CapturedOutput log) {
    answers.add(ID, answer().warning(List.of(new Warning("x" + UUID.randomUUID(), "new"))));

    assertThat(meters.find("assay.warnings").counters()).isEmpty();
    assertThat(log.getOut()).doesNotContain("new");
  }

  @Test
  void whatAnswersCostIsCountedByCurrency() {
    Answer answer = answer();
    Usage usage = new Usage(1, 2, 3, 4, Expense.of("EUR", new BigDecimal("0.25")));
    Answer priced =
        Answer.without(
            Status.FAILED, "no", answer.rule(), answer.work(), usage, answer.settledAt());
    answers.add(ID, priced);
    answers.add(ID, priced);

    assertThat(meters.get("assay.cost").tag("currency", "EUR").counter().count()).isEqualTo(0.5);
  }

  private static Answer answer() {
    return AnswerFixture.answer(Status.UNCERTAIN, "24");
  }
}
