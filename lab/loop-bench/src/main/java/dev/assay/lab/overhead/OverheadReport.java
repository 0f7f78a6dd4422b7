// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead;

import dev.assay.lab.overhead.cost.ProcessorTimes;
import dev.assay.lab.overhead.spread.SpreadFigures;
import dev.assay.lab.overhead.spread.SpreadTable;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Notice;
import dev.assay.lab.report.Paragraph;
import dev.assay.lab.report.ReportPart;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a run measured.
 *
 * @param about the model server and the system, in a sentence or two
 * @param local whether the system's processes could be seen
 * @param spread how replicas of a worker share calls; null if nobody looked
 */
public record OverheadReport(
    String about,
    boolean local,
    List<OverheadRow> rows,
    List<MixedLoad> mixed,
    @Nullable SpreadFigures spread) {

  private static final double KILO = 1024;
  private static final double MEGA = KILO * KILO;

  private static final String FORMULA =
      "Beside the model: a problem's time less that of 3 calls in a row (draft, critique, verdict),"
          + " which is all that has to be waited for. With more problems in flight than the machine has"
          + " processors for, that is mostly waiting for them. bare: the same calls by an HTTP client"
          + " without a loop. ideal: list scheduling of the same calls in the order of their arrival,"
          + " in which nothing but the model takes time.";

  public OverheadReport {
    rows = List.copyOf(rows);
    mixed = List.copyOf(mixed);
  }

  /** In the order of reading. */
  public Findings findings() {
    List<ReportPart> parts = new ArrayList<>(List.of(new Paragraph(about), new Paragraph(FORMULA)));
    if (!rows.isEmpty()) {
      parts.add(times());
      if (local) {
        parts.add(processor());
        parts.add(storage());
      }
    }
    if (!mixed.isEmpty()) {
      parts.add(mixedTimes());
    }
    if (spread != null) {
      parts.add(SpreadTable.of(spread));
    }
    rows.forEach(row -> told(title(row), row.failed(), row.why(), row.refusals(), parts));
    mixed.forEach(row -> told(row.name(), row.failed(), row.why(), row.refusals(), parts));
    return new Findings(parts);
  }

  /** Whether every problem was answered. */
  public boolean whole() {
    return rows.stream().allMatch(row -> row.failed() == 0)
        && mixed.stream().allMatch(row -> row.failed() == 0);
  }

  /** Milliseconds beside the model, and problems a second. */
  public Table times() {
    List<String> columns =
        List.of(
            "load",
            "in flight",
            "problems",
            "p50",
            "p95",
            "p99",
            "bare p50",
            "bare p99",
            "ideal p50",
            "problems/s",
            "calls/s",
            "bare problems/s",
            "ideal problems/s",
            "calls",
            "bought");
    return table(
        "Milliseconds beside the model, and throughput", columns, OverheadReport::timeCells);
  }

  private static List<Cell> timeCells(OverheadRow row) {
    LoadFigures beside = row.loop().beyond(row.modelMillis());
    LoadFigures bare = row.bare().beyond(row.modelMillis());
    return List.of(
        Cell.text(title(row)),
        Cell.count(row.load().inFlight()),
        Cell.count(row.loop().problems()),
        Cell.number(beside.p50(), 1),
        Cell.number(beside.p95(), 1),
        Cell.number(beside.p99(), 1),
        Cell.number(bare.p50(), 1),
        Cell.number(bare.p99(), 1),
        Cell.number(row.ideal().beyond(row.modelMillis()).p50(), 1),
        Cell.number(row.loop().perSecond(1), 1),
        Cell.number(row.loop().perSecond(row.load().shape().calls()), 0),
        Cell.number(row.bare().perSecond(1), 1),
        Cell.number(row.ideal().perSecond(1), 1),
        Cell.count(row.calls()),
        Cell.count(row.bought().calls()));
  }

  private Table processor() {
    List<String> columns =
        List.of(
            "load",
            "in flight",
            "a call",
            "a problem",
            "services",
            "broker",
            "database",
            "compiler",
            "collector",
            "bare");
    return table(
        "Milliseconds of processor time: of all for a call and a problem, then for a call by whom"
            + " (compiler and collector are Java's; bare is the HTTP client without a loop)",
        columns,
        OverheadReport::processorCells);
  }

  private static List<Cell> processorCells(OverheadRow row) {
    ProcessorTimes used = row.cost().processor();
    double calls = row.calls();
    return List.of(
        Cell.text(title(row)),
        Cell.count(row.load().inFlight()),
        Cell.number(used.total() / calls, 2),
        Cell.number(used.total() / row.load().problems(), 1),
        Cell.number(used.services() / calls, 2),
        Cell.number(used.broker() / calls, 2),
        Cell.number(used.database() / calls, 2),
        Cell.number(used.compiler() / calls, 2),
        Cell.number(used.collector() / calls, 2),
        Cell.number(row.bareMillis() / calls, 2));
  }

  private Table storage() {
    List<String> columns =
        List.of(
            "load",
            "in flight",
            "PostgreSQL KB",
            "Kafka KB",
            "allocated MB",
            "heap MB",
            "Java MB",
            "database MB");
    return table(
        "Stored and allocated for a problem; memory held afterwards",
        columns,
        OverheadReport::storageCells);
  }

  private static List<Cell> storageCells(OverheadRow row) {
    double problems = row.load().problems();
    return List.of(
        Cell.text(title(row)),
        Cell.count(row.load().inFlight()),
        Cell.number(row.cost().stored().database() / KILO / problems, 1),
        Cell.number(row.cost().stored().broker() / KILO / problems, 1),
        Cell.number(row.cost().allocated() / MEGA / problems, 2),
        Cell.number(row.memory().heap() / MEGA, 0),
        Cell.number(row.memory().resident().java() / MEGA, 0),
        Cell.number(row.memory().resident().postgres() / MEGA, 0));
  }

  private Table mixedTimes() {
    List<String> columns =
        List.of(
            "load",
            "problems",
            "p50",
            "p99",
            "all",
            "p50 / without",
            "p99 - without",
            "ideal p50",
            "ideal all",
            "all / ideal",
            "calls",
            "bought");
    return new Table(
        "Mixed loads: milliseconds of the problems named, and until all of them are done; without:"
            + " the row above, which nothing disturbs",
        columns,
        mixed.stream().map(OverheadReport::mixedCells).toList());
  }

  private static List<Cell> mixedCells(MixedLoad row) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.text(row.name()),
                Cell.count(row.loop().problems()),
                Cell.number(row.loop().p50(), 0),
                Cell.number(row.loop().p99(), 0),
                Cell.number(row.loop().makespan(), 0)));
    cells.addAll(row.disturbance());
    cells.add(Cell.number(row.ideal().p50(), 0));
    cells.add(Cell.number(row.ideal().makespan(), 0));
    cells.add(Cell.number(row.loop().makespan() / row.ideal().makespan(), 2));
    cells.add(Cell.count(row.calls()));
    cells.add(Cell.count(row.bought().calls()));
    return cells;
  }

  private Table table(String title, List<String> columns, Function<OverheadRow, List<Cell>> cells) {
    return new Table(title, columns, rows.stream().map(cells).toList());
  }

  private static String title(OverheadRow row) {
    String shape = row.load().shape().toString();
    return row.load().first() ? shape + " first" : shape;
  }

  private static void told(
      String name, int failed, @Nullable String why, int refusals, List<ReportPart> parts) {
    if (refusals > 0) {
      parts.add(
          new Notice(
              "%s: %d times a problem was refused for now, and asked again"
                  .formatted(name, refusals)));
    }
    if (failed > 0) {
      parts.add(new Notice("%s: %d problems were not answered: %s".formatted(name, failed, why)));
    }
  }
}
