// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.contracts.Usage;
import dev.assay.lab.critics.judging.JudgedSolutions;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import java.util.List;

/** What judging cost. */
final class CostTable {

  private static final double MILLIS = 1000;

  private CostTable() {}

  static Table of(JudgedSolutions judged) {
    return new Table(
        "Cost; an earlier run may have paid for some of all. A second of a call is one of waiting"
            + " for a reply, and several wait at a time",
        List.of(
            "what",
            "calls",
            "prompt tokens",
            "completion tokens",
            "seconds of calls",
            "seconds",
            "completion tokens/s"),
        List.of(
            row("all judgements", judged.cost(), Cell.none(), Cell.none()),
            row(
                "this run",
                judged.paid(),
                Cell.number(judged.seconds(), 1),
                judged.paid().calls() == 0
                    ? Cell.none()
                    : Cell.number(judged.paid().completionTokens() / judged.seconds(), 1))));
  }

  private static List<Cell> row(String what, Usage usage, Cell seconds, Cell speed) {
    return List.of(
        Cell.text(what),
        Cell.count(usage.calls()),
        Cell.count(usage.promptTokens()),
        Cell.count(usage.completionTokens()),
        Cell.number(usage.millis() / MILLIS, 1),
        seconds,
        speed);
  }
}
