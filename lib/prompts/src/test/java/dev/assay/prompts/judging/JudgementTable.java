// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.judging;

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
import dev.assay.prompts.CriticisingProtocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.SolutionFixture;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.text.TextTable;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tables of replies to a judge: reply, finish, steps (how many the judged solution has), solution
 * (its last step where that matters), question (likewise), expected (correct, step K from 0, or
 * none), kind and why. {@code «3×ab»} in a cell is {@code ababab}.
 */
public final class JudgementTable {

  private static final Pattern REPEATED = Pattern.compile("«(\\d+)×([^»]*)»");

  private JudgementTable() {}

  /** Whether a row is read as it says, as a critique and as a verdict. */
  public static <P extends CriticisingProtocol & VerifyingProtocol> void assertHolds(
      P protocol, TextTable.Row row) {
    Solution judged = judged(row);
    String question = row.get("question").isEmpty() ? "How many?" : row.get("question");
    Reply reply =
        new Reply(
            written(row.get("reply")),
            Finish.valueOf(row.get("finish").toUpperCase(Locale.ROOT)),
            1,
            1);

    assertThat(said(protocol.verify(question, judged), reply, JudgementTable::word))
        .as("%s: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
    assertThat(said(protocol.criticise(question, judged), reply, JudgementTable::word))
        .as("%s, as a critique: %s", row.place(), row.get("why"))
        .isEqualTo(row.get("expected"));
  }

  private static String written(String cell) {
    return REPEATED
        .matcher(cell)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
  }

  private static Solution judged(TextTable.Row row) {
    int steps = Integer.parseInt(row.get("steps"));
    String planted = row.get("solution");
    return SolutionFixture.solution(
        IntStream.range(0, steps)
            .mapToObj(i -> i == steps - 1 && !planted.isEmpty() ? planted : "Claim number " + i)
            .toArray(String[]::new));
  }

  private static <T> String said(Reading<T> opening, Reply reply, Function<T, String> word) {
    Optional<T> known =
        opening instanceof Reading.Ask<T>(Reading.Inquiry<T> inquiry, _)
                && inquiry.read(reply) instanceof Reading.Conclusion<T> conclusion
            ? conclusion.known()
            : Optional.empty();
    return known.map(word).orElse("none");
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Correct _ -> "correct";
      case FirstError error -> "step " + error.index();
      case Verdict.NoVerdict none -> none.toString();
    };
  }

  private static String word(Critique critique) {
    return switch (critique) {
      case Sound _ -> "correct";
      case Flawed flawed -> "step " + flawed.firstError();
      case Critique.Unreadable none -> none.toString();
    };
  }
}
