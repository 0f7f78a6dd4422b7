// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.heimdall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Verdict;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SolutionFixture;
import dev.assay.prompts.judging.ReplyRows;
import dev.assay.text.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeimdallProtocolTests {

  private final HeimdallProtocol protocol = new HeimdallProtocol();

  static Stream<TextTable.Row> replies() {
    return ReplyRows.of(HeimdallProtocolTests.class, "replies.tsv");
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyIsReadAsTheTableSays(TextTable.Row row) {
    assertThat(
            ReplyRows.said(
                protocol.verify(ReplyRows.QUESTION, ReplyRows.solution(row)), ReplyRows.reply(row)))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  static Stream<TextTable.Row> scores() {
    return ReplyRows.of(HeimdallProtocolTests.class, "scores.tsv");
  }

  @ParameterizedTest
  @MethodSource("scores")
  void theDigitsLikelihoodIsTheScore(TextTable.Row row) {
    assertThat(
            ReplyRows.score(
                protocol.verify(ReplyRows.QUESTION, SolutionFixture.solution("There are 4.")),
                ReplyRows.scored(row)))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  @Test
  void theModelIsAskedInTheseWords() throws IOException {
    Reading<Verdict> opening =
        protocol.verify(
            ReplyRows.QUESTION, SolutionFixture.solution("2, 3, 5, 7.", "Answer: 1", "So 4."));

    Reading.Inquiry<Verdict> inquiry = ((Reading.Ask<Verdict>) opening).next();
    try (var golden = HeimdallProtocolTests.class.getResourceAsStream("verify.golden.txt")) {
      assertThat(inquiry.prompt().text())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(inquiry.prompt().messages()).hasSize(1);
    assertThat(inquiry.topLogProbabilities()).isEqualTo(20);
  }

  @Test
  void aReplyWithoutAVerdictIsGoneOnWithToTheDigit() {
    Reading<Verdict> opening =
        protocol.verify(ReplyRows.QUESTION, SolutionFixture.solution("There are 4."));
    Reading.Inquiry<Verdict> asked = ((Reading.Ask<Verdict>) opening).next();

    Reading.Inquiry<Verdict> ending =
        asked.ending(ReplyRows.said("All of it holds.")).orElseThrow();

    assertThat(ending.prompt().prefill()).isEqualTo("All of it holds.\n\nAnswer:");
    assertThat(ending.prompt().choices()).containsExactly(" 1", " 0");
    assertThat(ending.read(ReplyRows.said(" 0")))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(read.value()).isInstanceOf(Verdict.FirstError.class));
  }
}
