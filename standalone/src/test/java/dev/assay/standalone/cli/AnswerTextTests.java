// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import static dev.assay.standalone.AnswerFixture.answer;
import static dev.assay.standalone.AnswerFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTests {

  @Test
  void saysWhatItIsAndWhy() {
    List<String> lines =
        AnswerText.of(
            answer(Status.VERIFIED, "24", group("24", 2, 0.875, true), group("7", 1, 0, false)));

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
  void sharesAreNotMarkedAsChosen() {
    List<String> lines =
        AnswerText.of(
            answer(Status.UNCERTAIN, "24", group("24", 1, 0.5, true), group("7", 1, 0.5, true)));

    assertThat(lines).filteredOn(line -> line.startsWith("->")).hasSize(1);
  }

  @Test
  void noAnswerIsSaid() {
    assertThat(AnswerText.of(answer(Status.FAILED, null)))
        .startsWith("answer   none", "status   failed: because it was tried")
        .contains("score    - by pessimistic, unopposed");
  }
}
