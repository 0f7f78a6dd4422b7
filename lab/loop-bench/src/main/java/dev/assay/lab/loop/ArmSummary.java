// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What came of the running loop in a few rows, an arm a column. */
public final class ArmSummary {

  private static final double HUNDRED = 100;
  private static final double MEDIAN = 0.5;
  private static final double SLOW = 0.95;

  private ArmSummary() {}

  public static Table of(List<ArmResult> arms) {
    List<String> columns = new ArrayList<>(List.of("which"));
    arms.forEach(each -> columns.add(each.arm().name()));
    return new Table(
        "The running loop",
        columns,
        List.of(
            row("right, %", arms, each -> Cell.percent(each.byRule(SelectionRule.PESSIMISTIC))),
            row("verified, and of these right, %", arms, ArmSummary::verified),
            row("abstained", arms, each -> Cell.count(each.count(Status.ABSTAINED))),
            row("model calls a problem", arms, each -> Cell.number(calls(each), 1)),
            row("seconds a problem, median", arms, each -> seconds(each, MEDIAN)),
            row("seconds a problem, 95th percentile", arms, each -> seconds(each, SLOW))));
  }

  private static List<Cell> row(
      String name, List<ArmResult> arms, Function<ArmResult, Cell> figure) {
    List<Cell> row = new ArrayList<>(List.of(Cell.text(name)));
    arms.forEach(each -> row.add(figure.apply(each)));
    return row;
  }

  private static Cell verified(ArmResult arm) {
    int count = arm.count(Status.VERIFIED);
    return count == 0
        ? Cell.text("0")
        : Cell.text(
            String.format(
                Locale.ROOT, "%d, %.1f", count, HUNDRED * arm.rightAmong(Status.VERIFIED)));
  }

  private static double calls(ArmResult arm) {
    return (double) arm.usage().calls() / Math.max(1, arm.settled().size());
  }

  private static Cell seconds(ArmResult arm, double share) {
    return Cell.number(arm.quantile(share), 1);
  }
}
