// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Answers to test with. */
public final class AnswerFixture {

  private static final String PROBLEM = "00000000-0000-7000-8000-000000000001";

  private AnswerFixture() {}

  /** An answer of four attempts and two verifications; the first group was chosen by all rules. */
  public static Answer answer(Status status, String text, AnswerGroup... groups) {
    Map<SelectionRule, String> choices =
        groups.length == 0
            ? Map.of()
            : Map.of(
                SelectionRule.PESSIMISTIC, groups[0].answer(),
                SelectionRule.MAJORITY, groups[0].answer());
    return new Answer(
        status,
        text,
        new Answer.Rationale("because it was tried", groups.length == 0 ? null : "it won"),
        new Answer.Support(
            SelectionRule.PESSIMISTIC,
            groups.length == 0 ? null : 0.875,
            groups.length < 2 ? null : 0.5,
            null,
            null),
        new Answer.Work(4, 2, 4, 1.75, 1, 0, false),
        new Answer.Ranking(List.of(groups), choices),
        new Usage(12, 300, 400, 1234),
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  /** A group of solutions that passed every one of their two verifications, or none. */
  public static AnswerGroup group(String answer, int solutions, double score, boolean passes) {
    List<JudgedSolution> judged =
        IntStream.range(0, solutions)
            .mapToObj(k -> SolutionId.parse(PROBLEM + "/" + k + "/0"))
            .map(id -> new JudgedSolution(id, passes, 2, 2, passes ? 2 : 0, 30))
            .toList();
    return new AnswerGroup(
        answer,
        judged,
        passes ? 1.0 : 0.0,
        0.1,
        Map.of(SelectionRule.PESSIMISTIC, score, SelectionRule.MAJORITY, (double) solutions));
  }
}
