// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.AnswerGroup;
import dev.assay.contracts.JudgedSolution;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SelectionRule;
import dev.assay.selection.Assurance;
import dev.assay.selection.Decision;
import dev.assay.selection.Decision.Settle;
import dev.assay.selection.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same selections twice: in SQL over what is stored, and in Java over what happened. */
final class Reselections {

  private final EvidenceDatabase database;

  Reselections(EvidenceDatabase database) {
    this.database = database;
  }

  /** What differs from the policies; null is as asked. */
  record Change(
      @Nullable SelectionRule rule,
      @Nullable Double alpha,
      @Nullable Integer attempts,
      @Nullable Integer verifications) {

    Policy of(Policy policy) {
      return ProblemHistoryFixture.policy(
          rule == null ? policy.rule() : rule,
          alpha == null ? policy.alpha() : alpha,
          least(attempts, policy.attempts()),
          least(verifications, policy.verifications()));
    }

    private static int least(@Nullable Integer one, int other) {
      return one == null ? other : Math.min(one, other);
    }
  }

  record Row(
      UUID problemId,
      String rule,
      long place,
      int answerGroup,
      String text,
      double score,
      long size,
      long accepted,
      long readable,
      double passes) {}

  Map<UUID, List<Row>> inSql(Change change) {
    return database
        .jdbc
        .sql(
            """
            select * from reselect(cast(:rule as text), cast(:alpha as double precision),
                cast(:attempts as integer), cast(:verifications as integer))
            order by problem_id, place
            """)
        .param("rule", change.rule == null ? null : change.rule.toString())
        .param("alpha", change.alpha)
        .param("attempts", change.attempts)
        .param("verifications", change.verifications)
        .query(Row.class)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Row::problemId));
  }

  /** What Java makes of the same part of the evidence. */
  static Answer inJava(ProblemHistory recorded, Policy policy) {
    Problem problem =
        new Problem(recorded.problem().id(), "?", policy, recorded.problem().submittedAt());
    Decision decision =
        new Selection(Assurance.NONE)
            .decide(
                problem, recorded.evidence(policy).grouped(EvidenceDatabase.EQUALITY), Instant.MAX);
    return ((Settle) decision).answer();
  }

  void assertSame(Change change) {
    Map<UUID, List<Row>> rows = inSql(change);
    for (ProblemHistory recorded : database.problems) {
      Answer answer = inJava(recorded, change.of(recorded.problem().policy()));
      List<Row> ranked = rows.getOrDefault(recorded.problem().id().value(), List.of());
      assertThat(ranked).as("%s of %s", change, recorded).hasSameSizeAs(answer.groups());
      for (int i = 0; i < ranked.size(); i++) {
        assertSame(ranked.get(i), answer.groups().get(i), answer.rule());
      }
      if (!ranked.isEmpty()) {
        assertThat(ranked.getFirst().text())
            .isEqualTo(answer.ranking().choices().get(answer.rule()));
      }
    }
  }

  private static void assertSame(Row row, AnswerGroup group, SelectionRule rule) {
    double score = group.scores().get(rule);
    assertThat(row.rule()).isEqualTo(rule.toString());
    assertThat(row.answerGroup()).isEqualTo(group.solutions().getFirst().id().attempt().number());
    assertThat(row.score()).isCloseTo(score, within(1e-12 * Math.max(1, Math.abs(score))));
    assertThat(row.size()).isEqualTo(group.solutions().size());
    assertThat(row.accepted())
        .isEqualTo(group.solutions().stream().filter(JudgedSolution::accepted).count());
    assertThat(row.readable())
        .isEqualTo(group.solutions().stream().mapToInt(JudgedSolution::readable).sum());
    assertThat(row.passes())
        .isCloseTo(
            group.solutions().stream().mapToDouble(JudgedSolution::passes).sum(), within(1e-12));
  }
}
