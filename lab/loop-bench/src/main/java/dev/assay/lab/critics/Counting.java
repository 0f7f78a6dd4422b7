// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import static dev.assay.lab.critics.CriticTally.NONE;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One way to count votes, and what it gives.
 *
 * @param name for people
 * @param named what counts of a ballot
 */
record Counting(String name, Function<Ballot, Map<Integer, Double>> named) {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1);

  /** Both ways; one where there is one vote, as they are the same then. */
  static List<Counting> of(int votes) {
    Counting single = new Counting(votes == 1 ? "one judgement" : "mean of one", Ballot::single);
    return votes == 1
        ? List.of(single)
        : List.of(single, new Counting("maj@" + votes, Ballot::majority));
  }

  CriticTally tally(List<Ballot> ballots) {
    return CriticTally.of(ballots.stream(), named);
  }

  /** A figure with its interval: wrong and clean solutions of each subset are drawn anew. */
  Interval interval(List<Ballot> ballots, ToDoubleFunction<CriticTally> figure) {
    return drawn(
        ballots,
        rows -> figure.applyAsDouble(rows.values().stream().reduce(NONE, CriticTally::plus)));
  }

  /** The mean of a figure over subsets, whatever their sizes, as the papers average. */
  Interval average(List<Ballot> ballots, ToDoubleFunction<CriticTally> figure) {
    return drawn(
        ballots, rows -> rows.values().stream().mapToDouble(figure).average().orElseThrow());
  }

  private Interval drawn(List<Ballot> ballots, ToDoubleFunction<Map<String, CriticTally>> figure) {
    List<List<Ballot>> strata = strata(ballots);
    List<Ballot> ordered = strata.stream().flatMap(List::stream).toList();
    List<CriticTally> each = ordered.stream().map(ballot -> tally(List.of(ballot))).toList();
    return BOOTSTRAP.ofStrata(
        strata.stream().mapToInt(List::size).toArray(),
        rows -> {
          Map<String, CriticTally> subsets = new LinkedHashMap<>();
          for (int row : rows) {
            subsets.merge(ordered.get(row).solution().subset(), each.get(row), CriticTally::plus);
          }
          return figure.applyAsDouble(subsets);
        });
  }

  private static List<List<Ballot>> strata(List<Ballot> ballots) {
    return bySubset(ballots).values().stream()
        .flatMap(
            subset ->
                subset.stream()
                    .collect(Collectors.partitioningBy(each -> each.solution().clean()))
                    .values()
                    .stream())
        .filter(stratum -> !stratum.isEmpty())
        .toList();
  }

  /** The ballots of each subset, in their order. */
  static Map<String, List<Ballot>> bySubset(List<Ballot> ballots) {
    return ballots.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.solution().subset(), LinkedHashMap::new, Collectors.toList()));
  }
}
