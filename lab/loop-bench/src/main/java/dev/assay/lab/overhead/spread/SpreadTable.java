// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.spread;

import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of replicas that share calls. */
public final class SpreadTable {

  private static final double HUNDRED = 100;

  private SpreadTable() {}

  /** In one row. */
  public static Table of(SpreadFigures spread) {
    List<String> columns =
        List.of(
            "calls",
            "by replica",
            "wait",
            "ideal wait",
            "misplaced",
            "stay",
            "ideal stay",
            "stay / ideal");
    return new Table(title(spread.load()), columns, List.of(cells(spread)));
  }

  private static String title(SpreadLoad load) {
    return String.format(
        Locale.ROOT,
        "%d replicas of %d slots, %.0f %% taken, %d ms a call, %.0f %% of %d ms: milliseconds"
            + " that a task waits for a slot, of these while another replica has one free, and"
            + " until its call has ended, on average; ideal: whoever is free takes the oldest",
        load.replicas(),
        load.slots(),
        HUNDRED * load.usage(),
        load.millis(),
        HUNDRED * load.slowShare(),
        load.slowMillis());
  }

  private static List<Cell> cells(SpreadFigures spread) {
    String byReplica =
        spread.byReplica().stream().map(String::valueOf).collect(Collectors.joining(" + "));
    return List.of(
        Cell.count(spread.load().tasks()),
        Cell.text(byReplica),
        Cell.number(spread.waits(), 1),
        Cell.number(spread.idealWaits(), 1),
        Cell.number(spread.misplaced(), 1),
        Cell.number(spread.stay(), 1),
        Cell.number(spread.idealStay(), 1),
        Cell.number(spread.overIdeal(), 2));
  }
}
