// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.StudyOutcome;
import dev.assay.lab.report.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedSummaryTests {

  @Test
  void figuresAreReadFromTheTablesOfTheStudies() {
    StudyOutcome zeroEval =
        study(
            "zeroeval",
            table(
                "GSM8K: accuracy of every model, in percent",
                List.of("model", "published", "recorded flags"),
                row("one", "25.1", "25.10"),
                row("two", "25.1", "25.11")));
    StudyOutcome solutions =
        study(
            "gsm8k_openai",
            table(
                "Solutions with a false claim, in percent",
                List.of("solutions", "number", "right", "right and flagged"),
                List.of(Cell.text("all"), Cell.count(40), Cell.percent(0.25), Cell.count(1))));
    StudyOutcome judges =
        study(
            "judge_k8_rewardbench2",
            table(
                "Adaptive stopping against 4 × 8 verdicts",
                List.of("measured on", "adaptive calls, % of grid [95 %]"),
                row("a", "24.5 [23.3, 25.7]"),
                row("b", "9.5 [8, 10]")));

    assertThat(shown(List.of(zeroEval, solutions, judges)))
        .containsExactly("the same, 1 of 2", "1 of 10", "9.5 to 24.5");
  }

  @Test
  void aStudyThatWasNotMeasuredHasNoLine() {
    assertThat(
            shown(
                List.of(
                    new StudyOutcome.Skipped("zeroeval", "?", List.of(), List.of()),
                    new StudyOutcome.Broken("verify_cot", "?", "row 7"))))
        .isEmpty();
  }

  private static List<String> shown(List<StudyOutcome> outcomes) {
    return RecordedSummary.of(outcomes).rows().stream().map(row -> row.getLast().shown()).toList();
  }

  private static StudyOutcome study(String name, Table table) {
    return new StudyOutcome.Measured(name, "?", 1, Findings.of(table));
  }

  @SafeVarargs
  private static Table table(String title, List<String> columns, List<Cell>... rows) {
    return new Table(title, columns, List.of(rows));
  }

  private static List<Cell> row(String... cells) {
    return Arrays.stream(cells).map(Cell::text).toList();
  }
}
