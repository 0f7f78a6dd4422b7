// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Table;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What verification buys, in a few rows: more and more of the loop, and at the end what plain
 * voting makes of as many calls, by the generator's weights and by the best of the weights alone.
 */
record ScalingSummary(CurveParts parts) {

  Table table() {
    PoolSize size = parts.curves().size();
    GridSize loop = size.loop();
    GridSize wide =
        new GridSize(loop.route(), size.attempts(), loop.verifications(), loop.revisions());
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(voted("one attempt", 1));
    rows.add(voted("majority, N=" + loop.attempts(), loop.attempts()));
    rows.add(pessimistic(loop));
    adaptive(loop).ifPresent(rows::add);
    if (!wide.equals(loop)) {
      rows.add(pessimistic(wide));
    }
    rows.add(any(wide));
    rows.add(atEqualCalls("majority of as many drafts as that loop makes calls", parts.curves()));
    rows.add(atEqualCalls("the same of drafts by the critic's own weights", parts.critic()));
    return new Table(
        "What verification buys: right answers, %",
        List.of(
            "which",
            "calls",
            "without refinement [95 %]",
            "calls with",
            "with refinement, R=%d [95 %%]".formatted(loop.revisions())),
        rows);
  }

  /** Plain drafts, one call each, beside attempts that are refined. */
  private List<Cell> voted(String name, int attempts) {
    GridSize grid = GridSize.guided(attempts, 1, parts.curves().size().revisions());
    return row(
        name,
        attempts,
        parts.curves().votes(attempts),
        parts.curves().calls(SelectionRule.MAJORITY, grid),
        parts.curves().accuracy(SelectionRule.MAJORITY, grid));
  }

  private List<Cell> pessimistic(GridSize grid) {
    GridSize drafts = GridSize.guided(grid.attempts(), grid.verifications(), 0);
    return row(
        name(grid),
        parts.curves().of(drafts).calls(),
        parts.curves().accuracy(SelectionRule.PESSIMISTIC, drafts),
        parts.curves().of(grid).calls(),
        parts.curves().accuracy(SelectionRule.PESSIMISTIC, grid));
  }

  private static String name(GridSize grid) {
    return String.format(
        Locale.ROOT, "pessimistic, N=%d, M=%d", grid.attempts(), grid.verifications());
  }

  /** With the tolerance of the verifier service. */
  private Optional<List<Cell>> adaptive(GridSize loop) {
    return parts.adaptive().stream()
        .filter(each -> each.grid().equals(loop))
        .filter(each -> each.epsilon() == AdaptiveReplay.SERVICE_EPSILON)
        .findFirst()
        .map(
            each ->
                List.of(
                    Cell.text(name(loop) + ", adaptive stopping"),
                    Cell.none(),
                    Cell.none(),
                    Cell.number(each.calls(), 1),
                    PercentInterval.cell(each.right())));
  }

  private List<Cell> any(GridSize grid) {
    return List.of(
        Cell.text("some attempt right, N=" + grid.attempts()),
        Cell.none(),
        Cell.percent(parts.curves().any(GridSize.guided(grid.attempts(), 1, 0))),
        Cell.none(),
        Cell.percent(parts.curves().any(grid)));
  }

  /** As many drafts on each problem as the loop with refinement makes calls there. */
  private List<Cell> atEqualCalls(String name, Curves voting) {
    GridSize loop = voting.size().loop();
    return List.of(
        Cell.text(name),
        Cell.number(parts.curves().of(loop).calls(), 1),
        PercentInterval.cell(voting.votesFor(loop)),
        Cell.none(),
        Cell.none());
  }

  private static List<Cell> row(
      String name, double calls, Interval right, double callsWith, Interval rightWith) {
    return List.of(
        Cell.text(name),
        Cell.number(calls, 1),
        PercentInterval.cell(right),
        Cell.number(callsWith, 1),
        PercentInterval.cell(rightWith));
  }
}
