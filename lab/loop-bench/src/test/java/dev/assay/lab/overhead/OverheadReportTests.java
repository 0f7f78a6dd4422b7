// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.lab.loop.ResidentMemory;
import dev.assay.lab.overhead.cost.HeldMemory;
import dev.assay.lab.overhead.cost.ProcessorTimes;
import dev.assay.lab.overhead.cost.StoredBytes;
import dev.assay.lab.overhead.cost.SystemCost;
import dev.assay.lab.overhead.ideal.GridShape;
import dev.assay.lab.overhead.ideal.WorkedSpan;
import dev.assay.lab.overhead.pace.PacedCounts;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.report.TextReport;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverheadReportTests {

  @Test
  void figuresAreOfTheNearestRank() {
    LoadFigures figures =
        LoadFigures.of(
            IntStream.rangeClosed(1, 100).mapToObj(i -> new WorkedSpan(i, 2 * i)).toList());

    assertThat(figures).isEqualTo(new LoadFigures(100, 50, 95, 99, 199));
    assertThat(figures.beyond(30).p50()).isEqualTo(20);
    assertThat(figures.perSecond(3)).isCloseTo(3 * 100 / 0.199, within(0.1));
  }

  @Test
  void rowsHoldAboutAsMuchWork() {
    assertThat(GridLoad.usual(new GridShape(1, 1), 1).problems()).isEqualTo(300);
    assertThat(GridLoad.usual(new GridShape(4, 4), 64).problems()).isEqualTo(250);
    assertThat(GridLoad.usual(new GridShape(16, 16), 1).problems()).isEqualTo(20);
    assertThat(GridLoad.usual(new GridShape(16, 16), 64).problems()).isEqualTo(64);
  }

  @Test
  void theModelsTimeIsTakenOff() {
    OverheadReport report =
        new OverheadReport("this build", true, List.of(row(0, null)), List.of(), null);

    assertThat(shown(report.times()))
        .containsExactly(
            "4x4", "2", "10", "40.0", "60.0", "80.0", "5.0", "9.0", "0.0", "10.0", "240", "20.0",
            "25.0", "240", "241");
    assertThat(String.join("\n", TextReport.lines(report.findings(), 200)))
        .contains("2.50", "60.0", "1.00", "0.50", "12.0")
        .doesNotContain("Note");
    assertThat(report.whole()).isTrue();
  }

  @Test
  void whatFailedIsSaid() {
    OverheadReport report =
        new OverheadReport("this build", false, List.of(row(3, "busy")), List.of(), null);

    assertThat(report.whole()).isFalse();
    assertThat(String.join("\n", TextReport.lines(report.findings(), 200)))
        .contains("Note: 4x4: 3 problems were not answered: busy")
        .contains("Note: 4x4: 6 times a problem was refused for now, and asked again")
        .as("of processes that cannot be seen")
        .doesNotContain("processor time", "PostgreSQL");
  }

  private static List<String> shown(Table table) {
    return table.rows().getFirst().stream().map(Cell::shown).toList();
  }

  private static OverheadRow row(int failed, @Nullable String why) {
    return new OverheadRow(
        new GridLoad(false, new GridShape(4, 4), 2, 10),
        60,
        new LoadFigures(10, 100, 120, 140, 1000),
        new SystemCost(
            new ProcessorTimes(240, 120, 180, 48, 12), new StoredBytes(122_880, 10_240), 1e6),
        new HeldMemory(1e8, new ResidentMemory(1, 2, 3)),
        new PacedCounts(241, 9, 0),
        new LoadFigures(10, 65, 67, 69, 500),
        24,
        new LoadFigures(10, 60, 60, 60, 400),
        failed,
        why,
        failed * 2);
  }
}
