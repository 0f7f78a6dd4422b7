// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.report.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was judged, as tables show it: a row for each subset and way of counting votes.
 *
 * @param votes judgements on each solution
 */
record ScoredSubsets(List<Ballot> ballots, int votes) {

  ScoredSubsets {
    ballots = List.copyOf(ballots);
  }

  /** Fills a row. */
  interface Row {
    List<Cell> of(String subset, List<Ballot> ballots, Counting counting);
  }

  Map<String, List<Ballot>> subsets() {
    return Counting.bySubset(ballots);
  }

  List<Counting> countings() {
    return Counting.of(votes);
  }

  /** Each subset by each way of counting, and where there are several, all solutions in one. */
  List<List<Cell>> pooledRows(Row row) {
    Map<String, List<Ballot>> pooled = new LinkedHashMap<>(subsets());
    if (pooled.size() > 1) {
      pooled.put("all", ballots);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Counting counting : countings()) {
      pooled.forEach((subset, each) -> rows.add(row.of(subset, each, counting)));
    }
    return rows;
  }
}
