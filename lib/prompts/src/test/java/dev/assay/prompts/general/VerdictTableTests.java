// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.general;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SolutionFixture;
import dev.assay.text.TextTable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of a table of replies, read as a critique and as a verdict. */
class VerdictTableTests {

  private static final String QUESTION = "How many primes are below 10?";

  private final GeneralProtocol protocol = new GeneralProtocol();

  static Stream<TextTable.Row> replies() {
    return TextTable.of(VerdictTableTests.class, "verdicts.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("replies")
  void theTableHolds(TextTable.Row row) {
    Solution judged = judged(row);
    Reply reply =
        new Reply(
            row.get("reply"), Finish.valueOf(row.get("finish").toUpperCase(Locale.ROOT)), 1, 1);

    assertThat(said(known(protocol.verify(QUESTION, judged), reply)))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
    assertThat(judgement(known(protocol.criticise(QUESTION, judged), reply)))
        .as("%s, as a critique: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  private static Solution judged(TextTable.Row row) {
    int steps = Integer.parseInt(row.get("steps"));
    String planted = row.get("solution");
    return SolutionFixture.solution(
        IntStream.range(0, steps)
            .mapToObj(i -> i == steps - 1 && !planted.isEmpty() ? planted : "Step number " + i)
            .toArray(String[]::new));
  }

  private static <T> Optional<T> known(Reading<T> opening, Reply reply) {
    return opening instanceof Reading.Ask<T>(Reading.Inquiry<T> inquiry, _)
            && inquiry.read(reply) instanceof Reading.Conclusion<T> conclusion
        ? conclusion.known()
        : Optional.empty();
  }

  private static String said(Optional<Verdict> verdict) {
    return verdict.map(VerdictTableTests::said).orElse("none");
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError error -> "step " + error.index();
      case Verdict.NoVerdict none -> none.toString();
    };
  }

  private static String judgement(Optional<Critique> critique) {
    return critique.map(VerdictTableTests::judgement).orElse("none");
  }

  private static String judgement(Critique critique) {
    return switch (critique) {
      case Sound _ -> "correct";
      case Flawed flawed -> "step " + flawed.firstError();
      case Critique.Unreadable none -> none.toString();
    };
  }
}
