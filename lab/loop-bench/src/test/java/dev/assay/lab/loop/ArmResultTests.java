// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Usage;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ArmResultTests {

  private static final Arm ARM = new Arm("without", PolicyOverrides.grid(8, 4, 0, null));

  @Test
  void aLostProblemCountsAsWrong() {
    List<ProblemResult> results = new ArrayList<>();
    results.add(settled(0, Status.VERIFIED, 1));
    results.add(new ProblemResult.Lost(problem(1), "no answer"));

    ArmResult arm = new ArmResult(ARM, results, 3);

    assertThat(arm.pass()).isEqualTo(0.5);
    assertThat(arm.byRule(SelectionRule.MAJORITY)).isEqualTo(0.5);
    assertThat(arm.lost()).hasSize(1);
  }

  @Test
  void quantilesAreOfTheTimesThatWere() {
    List<ProblemResult> results = new ArrayList<>();
    for (int k = 1; k <= 20; k++) {
      results.add(settled(k, Status.VERIFIED, k));
    }

    ArmResult arm = new ArmResult(ARM, results, 20);

    assertThat(arm.quantile(0.5)).isEqualTo(10);
    assertThat(arm.quantile(0.95)).isEqualTo(19);
    assertThat(arm.quantile(1)).isEqualTo(20);
  }

  @Test
  void nothingAmongNothingIsNoNumber() {
    ArmResult arm = new ArmResult(ARM, List.of(settled(0, Status.VERIFIED, 1)), 1);

    assertThat(arm.rightAmong(Status.VERIFIED)).isEqualTo(1, Offset.offset(0.0));
    assertThat(arm.rightAmong(Status.UNCERTAIN)).isNaN();
  }

  @Test
  void aFewRowsSayWhatCameOfIt() {
    ArmResult arm =
        new ArmResult(
            ARM,
            List.of(
                settled(0, Status.VERIFIED, 1),
                settled(1, Status.ABSTAINED, 3),
                new ProblemResult.Lost(problem(2), "no answer")),
            4);

    Table table = ArmSummary.of(List.of(arm));

    assertThat(table.columns()).containsExactly("which", "without");
    assertThat(table.rows().stream().map(row -> row.getLast().shown()))
        .containsExactly("0.0", "1, 100.0", "1", "0.0", "1.0", "3.0");
  }

  @Test
  void keysTellRunsProblemsAndPoliciesApart() {
    Arm other = new Arm("with", PolicyOverrides.grid(8, 4, 1, null));

    assertThat(ARM.key("a", problem(1)))
        .isEqualTo(ARM.key("a", problem(1)))
        .isNotEqualTo(ARM.key("b", problem(1)))
        .isNotEqualTo(ARM.key("a", problem(2)))
        .isNotEqualTo(other.key("a", problem(1)));
  }

  private static BenchProblem problem(int index) {
    return new BenchProblem(index, "1 + 1 =", "2");
  }

  private static ProblemResult settled(int index, Status status, double seconds) {
    EvidenceScore score = new EvidenceScore(1, Map.of(SelectionRule.MAJORITY, 1.0), true);
    return new ProblemResult.Settled(
        problem(index), "id", status, "2", false, score, seconds, Usage.NONE, null);
  }
}
