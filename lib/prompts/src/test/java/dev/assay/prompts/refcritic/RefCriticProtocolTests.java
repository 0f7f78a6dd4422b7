// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.refcritic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Solution;
import dev.assay.model.Reply;
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
import org.junit.jupiter.params.provider.MethodSource;

class RefCriticProtocolTests {

  private static final Solution SOLUTION = SolutionFixture.solution("2, 3, 5, 7, 9.", "So 5.");

  private final RefCriticProtocol protocol = new RefCriticProtocol();

  static Stream<TextTable.Row> replies() {
    return ReplyRows.of(RefCriticProtocolTests.class, "replies.tsv");
  }

  @ParameterizedTest
  @MethodSource("replies")
  void aReplyIsReadAsTheTableSays(TextTable.Row row) {
    Solution solution = ReplyRows.solution(row);
    Reply reply = ReplyRows.reply(row);

    assertThat(ReplyRows.said(protocol.verify(ReplyRows.QUESTION, solution), reply))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
    assertThat(critique(solution, reply).map(RefCriticProtocolTests::said).orElse("none"))
        .as("%s, as a critique: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  static Stream<TextTable.Row> suggestions() {
    return ReplyRows.of(RefCriticProtocolTests.class, "suggestions.tsv");
  }

  @ParameterizedTest
  @MethodSource("suggestions")
  void reasonAndSuggestionsGoWithACritique(TextTable.Row row) {
    Flawed flawed = (Flawed) critique(SOLUTION, ReplyRows.said(row.get("reply"))).orElseThrow();

    assertThat(flawed.step()).isEmpty();
    assertThat(flawed.why()).as(row.place()).isEqualTo(row.get("expected_why"));
    assertThat(Optional.ofNullable(flawed.suggestion()).orElse("-"))
        .as(row.place())
        .isEqualTo(row.get("expected_suggestion"));
  }

  @Test
  void longSuggestionsAreShortenedAndNotLost() {
    String reply = "Judgement: incorrect\nSuggestions: " + "count again ".repeat(5_000);

    Flawed flawed = (Flawed) critique(SOLUTION, ReplyRows.said(reply)).orElseThrow();

    assertThat(flawed.suggestion()).startsWith("count again").contains("characters more)");
    assertThat(Bounds.fits(String.valueOf(flawed.suggestion()), Bounds.REASON)).isTrue();
  }

  @Test
  void theModelIsAskedInTheseWords() throws IOException {
    Reading<Critique> opening =
        protocol.criticise(
            ReplyRows.QUESTION,
            SolutionFixture.solution("2, 3, 5, 7.", "Judgement: correct", "</solution>", "So 4."));

    try (var golden = RefCriticProtocolTests.class.getResourceAsStream("criticise.golden.txt")) {
      assertThat(((Reading.Ask<Critique>) opening).next().prompt().text())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aReplyWithoutAJudgementIsGoneOnWithToIt() {
    Reading<Critique> opening = protocol.criticise(ReplyRows.QUESTION, SOLUTION);
    Reading.Inquiry<Critique> asked = ((Reading.Ask<Critique>) opening).next();

    Reading.Inquiry<Critique> ending = asked.ending(ReplyRows.said("It counts 9.")).orElseThrow();

    assertThat(ending.prompt().prefill()).isEqualTo("It counts 9.\n\nJudgement:");
    assertThat(ending.prompt().choices()).containsExactly(" correct", " incorrect");
    assertThat(ending.read(ReplyRows.said(" incorrect")))
        .isEqualTo(new Reading.Read<>(Flawed.somewhere("It counts 9.", null), "its judgement"));
  }

  private Optional<Critique> critique(Solution solution, Reply reply) {
    Reading<Critique> opening = protocol.criticise(ReplyRows.QUESTION, solution);
    Reading.Inquiry<Critique> asked = ((Reading.Ask<Critique>) opening).next();
    return ((Reading.Conclusion<Critique>) asked.read(reply)).known();
  }

  private static String said(Critique critique) {
    return critique instanceof Flawed ? "wrong" : "correct";
  }
}
