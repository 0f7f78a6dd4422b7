// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.statistics.Bootstrap;
import dev.assay.lab.statistics.Interval;
import java.util.Arrays;
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

  /** A figure with its interval: solutions are drawn anew. */
  Interval interval(List<Ballot> ballots, ToDoubleFunction<CriticTally> figure) {
    CriticTally[] each = tallies(ballots);
    return BOOTSTRAP.of(
        each.length,
        rows ->
            figure.applyAsDouble(
                Arrays.stream(rows)
                    .mapToObj(row -> each[row])
                    .reduce(CriticTally.NONE, CriticTally::plus)));
  }

  /** The mean of a figure over subsets, whatever their sizes, as the papers average. */
  Interval average(List<Ballot> ballots, ToDoubleFunction<CriticTally> figure) {
    CriticTally[] each = tallies(ballots);
    return BOOTSTRAP.of(
        each.length,
        rows -> {
          Map<String, CriticTally> subsets = new LinkedHashMap<>();
          for (int row : rows) {
            subsets.merge(ballots.get(row).solution().subset(), each[row], CriticTally::plus);
          }
          return subsets.values().stream().mapToDouble(figure).average().orElse(0);
        });
  }

  private CriticTally[] tallies(List<Ballot> ballots) {
    return ballots.stream().map(each -> tally(List.of(each))).toArray(CriticTally[]::new);
  }

  /** The ballots of each subset, in their order. */
  static Map<String, List<Ballot>> bySubset(List<Ballot> ballots) {
    return ballots.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.solution().subset(), LinkedHashMap::new, Collectors.toList()));
  }
}
