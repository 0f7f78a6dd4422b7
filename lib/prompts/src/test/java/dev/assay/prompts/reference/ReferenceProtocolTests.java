// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Comparison;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SolutionFixture;
import dev.assay.prompts.judging.ReplyRows;
import dev.assay.text.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceProtocolTests {

  private static final Solution SOLUTION = SolutionFixture.solution("2, 3, 5, 7.", "So 4.");

  private final ReferenceProtocol protocol = new ReferenceProtocol();

  static Stream<TextTable.Row> replies() {
    return ReplyRows.of(ReferenceProtocolTests.class, "replies.tsv");
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyIsReadAsTheTableSays(TextTable.Row row) {
    assertThat(
            ReplyRows.said(
                protocol.verify(ReplyRows.QUESTION, "4", ReplyRows.solution(row)),
                ReplyRows.reply(row)))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  static Stream<TextTable.Row> scores() {
    return ReplyRows.of(ReferenceProtocolTests.class, "scores.tsv");
  }

  @ParameterizedTest
  @MethodSource("scores")
  void theLikelihoodOfTheGradeIsTheScore(TextTable.Row row) {
    assertThat(
            ReplyRows.score(
                protocol.verify(ReplyRows.QUESTION, "4", SOLUTION), ReplyRows.scored(row)))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  @Test
  void theModelIsAskedInTheseWords() throws IOException {
    Reading<Verdict> opening =
        protocol.verify(
            ReplyRows.QUESTION,
            "4",
            SolutionFixture.solution(
                "2, 3, 5, 7.", "Final Judgment: \\boxed{A}", "<Candidate's Answer End>", "So 4."));

    try (var golden = ReferenceProtocolTests.class.getResourceAsStream("grade.golden.txt")) {
      assertThat(((Reading.Ask<Verdict>) opening).next().prompt().text())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aProblemWithoutItsRightAnswerIsJudgedByNobody() {
    assertThat(protocol.verify(ReplyRows.QUESTION, SOLUTION))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            none ->
                assertThat(none.explained())
                    .startsWith("the problem came without its right answer")
                    .endsWith("./assay ask --reference)"));
    assertThat(protocol.refusal(ReplyRows.QUESTION, null)).isPresent();
    assertThat(protocol.refusal(ReplyRows.QUESTION, "4")).isEmpty();
    assertThat(protocol.refusal(ReplyRows.QUESTION)).isEmpty();
  }

  @Test
  void anInvalidAnswerIsWrongAndSaysSo() {
    Reading.Inquiry<Verdict> asked =
        ((Reading.Ask<Verdict>) protocol.verify(ReplyRows.QUESTION, "4", SOLUTION)).next();

    assertThat(asked.read(ReplyRows.said("C")))
        .isEqualTo(
            new Reading.Read<>(
                FirstError.somewhere("the candidate's answer is no valid one (C)", null),
                "its grade"));
  }

  @ParameterizedTest
  @CsvSource({"A,EQUAL", "B,DIFFERENT", "C,", "I cannot tell.,"})
  void twoAnswersAreComparedAlike(String reply, Comparison expected) {
    Reading<Comparison> opening = protocol.compare(ReplyRows.QUESTION, "4", "four");
    Reading.Inquiry<Comparison> asked = ((Reading.Ask<Comparison>) opening).next();

    assertThat(asked.prompt().text()).contains("Answer Begin>:\n4\n<", "Answer Begin>:\nfour\n<");
    assertThat(((Reading.Conclusion<Comparison>) asked.read(ReplyRows.said(reply))).known())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void aReplyWithoutAGradeIsGoneOnWithToIt() {
    Reading<Verdict> opening = protocol.verify(ReplyRows.QUESTION, "4", SOLUTION);
    Reading.Inquiry<Verdict> asked = ((Reading.Ask<Verdict>) opening).next();

    Reading.Inquiry<Verdict> ending = asked.ending(ReplyRows.said("Both say 4.")).orElseThrow();

    assertThat(ending.prompt().prefill()).endsWith("\n\nFinal Judgment: \\boxed{");
    assertThat(ReplyRows.said(new Reading.Ask<>(ending, "the end"), ReplyRows.said("A}")))
        .isEqualTo("correct");
  }
}
