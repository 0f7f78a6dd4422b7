// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import static dev.assay.testing.AnswerFixture.answer;
import static dev.assay.testing.AnswerFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Expense;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Warning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTextTests {

  private static final int WIDE = 200;

  @Test
  void saysWhatItIsAndWhy() {
    List<String> lines =
        AnswerText.of(
            answer(Status.VERIFIED, "24", group("24", 2, 0.875, true), group("7", 1, 0, false)),
            WIDE);

    assertThat(lines)
        .startsWith(
            "answer   24",
            "status   verified: because it was tried",
            "score    0.88 by pessimistic, 0.50 ahead",
            "why      it won",
            "tried    4 of at most 4 attempts, 1.75 readable verdicts each of at most 2, 1 abandoned");
    assertThat(lines).anyMatch(line -> line.matches("-> +24 +2 +4/4/4 +0.88\\* .* 2\\*.*"));
    assertThat(lines).anyMatch(line -> line.matches(" +7 +1 +0/2/2 +0 .*"));
  }

  @Test
  void whatItIsToBeWarnedOfAndWhatItCostStandsBesideIt() {
    Answer answer = answer(Status.UNCERTAIN, "24", group("24", 2, 0.875, true));
    Usage usage = new Usage(3, 4, 5, 6, new Expense(Map.of("EUR", new BigDecimal("0.000138")), 1));
    Answer priced =
        new Answer(
            answer.status(),
            answer.text(),
            answer.rationale(),
            answer.support(),
            answer.work(),
            answer.ranking(),
            usage,
            answer.settledAt(),
            List.of(Warning.of(Warning.Code.SAME_WEIGHTS, "it judges itself")));

    assertThat(AnswerText.of(priced, WIDE))
        .contains(
            "warning  same_weights: it judges itself",
            "cost     0.000138 EUR, without 1 calls that have no price");
  }

  @Test
  void sharesAreNotMarkedAsChosen() {
    List<String> lines =
        AnswerText.of(
            answer(Status.UNCERTAIN, "24", group("24", 1, 0.5, true), group("7", 1, 0.5, true)),
            WIDE);

    assertThat(lines).filteredOn(line -> line.startsWith("->")).hasSize(1);
  }

  @Test
  void noAnswerIsSaid() {
    assertThat(AnswerText.of(answer(Status.FAILED, null), WIDE))
        .startsWith("answer   none", "status   failed: because it was tried")
        .contains("score    - by pessimistic, unopposed");
  }

  @Test
  void nothingIsWiderThanTheTerminal() {
    List<String> lines =
        AnswerText.of(
            answer(
                Status.UNCERTAIN,
                "an answer of words",
                group("an answer of words", 2, 0.5, true),
                group("9".repeat(300), 1, 0.5, true)),
            40);

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    assertThat(lines).contains("solutions        2", "majority         2*");
  }

  @Test
  void whereNothingWasAcceptedNoCountIsShownAsAccepted() {
    List<String> lines =
        AnswerText.of(answer(Status.UNCERTAIN, "24", group("24", 3, 0.5, false)), WIDE);

    assertThat(lines)
        .filteredOn(line -> line.startsWith("->"))
        .allMatch(line -> line.endsWith(" -"));
  }

  @Test
  void attemptsThatNobodyWaitedForAreCounted() {
    assertThat(AnswerText.of(answer(Status.VERIFIED, "24", group("24", 1, 1, true)), WIDE))
        .anyMatch(
            line -> line.startsWith("tried") && line.endsWith("1 abandoned, 2 not waited for"));
  }

  @Test
  void whatMovesACursorIsShownAndNotObeyed() {
    assertThat(AnswerText.printable("2\u001b[2J\r4\u202e\n5"))
        .isEqualTo("2\ufffd[2J\ufffd4\ufffd 5");
  }
}
