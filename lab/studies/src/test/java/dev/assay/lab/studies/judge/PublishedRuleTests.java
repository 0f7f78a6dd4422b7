// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.studies.stopping.RecordedCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRuleTests {

  private static final double FAILED = Double.NaN;

  private static JudgeItem item(String id, double[]... scores) {
    return new JudgeItem(id, "Math", scores);
  }

  private static PublishedRule on(int k, JudgeItem... items) {
    return PublishedRule.of(List.of(items), k);
  }

  @Test
  void theHighestMeanWins() {
    JudgeItem item = item("1", new double[] {5, 9}, new double[] {6, 6});

    assertThat(on(1, item)).isEqualTo(new PublishedRule(1, 0, 0));
    assertThat(on(2, item)).isEqualTo(new PublishedRule(1, 1, 0));
  }

  @Test
  void aTieIsWrong() {
    assertThat(on(1, item("1", new double[] {7}, new double[] {7})))
        .isEqualTo(new PublishedRule(1, 0, 1));
  }

  @Test
  void aFailedCallHasNoScore() {
    JudgeItem item = item("1", new double[] {FAILED, 8}, new double[] {7, 7});

    assertThat(on(1, item).n()).isZero();
    assertThat(on(2, item)).isEqualTo(new PublishedRule(1, 1, 0));
  }

  @Test
  void anIdCountsOnceOrIsLookedUp() {
    JudgeItem one = item("1", new double[] {7}, new double[] {6});
    JudgeItem again = item("1", new double[] {5}, new double[] {6});

    assertThat(JudgeItem.firstOfEachId(List.of(one, again))).containsExactly(one);
    assertThat(JudgeItem.lookedUp(List.of(one, one, item("2")), List.of(one, again)))
        .containsExactly(again, again);
  }

  @Test
  void rowsAreReadAndRefusedOnesDropped(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("rows.jsonl"),
        """
        {"id": "a", "subset": "Focus", "full_scores": [[1, null], [10, 4]], "refused": false}
        {"id": "b", "subset": "Focus", "full_scores": [[1, 2], [3, 4]], "refused": true}
        """);

    List<JudgeItem> items = JudgeItem.read(new DatasetFolder(folder), "rows.jsonl", "full");

    assertThat(items).extracting(JudgeItem::id).containsExactly("a");
    assertThat(items.getFirst().scores()[0]).containsExactly(1, FAILED);
    assertThat(items.getFirst().scores()[1]).containsExactly(10, 4);
  }

  @Test
  void scoresBecomeVerdicts() {
    RecordedCalls pool =
        item("1", new double[] {1, FAILED}, new double[] {10, 5.5}).pool(JudgeItem::graded, 1);

    int second = pool.groups()[0] == 1 ? 0 : 1;
    assertThat(pool.verdicts()[second]).containsExactly(1, 0.5);
    assertThat(pool.verdicts()[1 - second]).containsExactly(0, FAILED);
  }

  @Test
  void aScoreThatHardlyVariesIsWorthManyVerdicts() {
    RecordedCalls pool = item("1", new double[] {5, 6}).pool(JudgeItem::graded, 1);

    double mean = 4.5 / 9;
    assertThat(JudgeRules.weight(List.of(pool)))
        .isCloseTo(mean * (1 - mean) / (0.5 / 81), within(1e-9));
  }
}
