// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import dev.assay.lab.critics.judging.Ballot;
import dev.assay.lab.report.Chart;
import dev.assay.lab.report.Chart.Kind;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Chart.Series;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.statistics.PercentInterval;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Where a critic is wrong, in two pictures. */
final class CriticCharts {

  private static final double HUNDRED = 100;

  /** Steps that are farther off are shown at the edge. */
  private static final int FARTHEST = 5;

  private CriticCharts() {}

  /** How far the named steps are from the labelled ones; what named none is missing from 100. */
  static Chart distances(ScoredSubsets scored) {
    Counting counting = scored.countings().getLast();
    List<Series> series =
        scored.subsets().entrySet().stream()
            .map(each -> new Series(each.getKey(), Kind.LINE, distances(each.getValue(), counting)))
            .toList();
    return new Chart(
        "Named step minus labelled step on wrong solutions, "
            + counting.name()
            + "; where no step was named, nothing is shown",
        "steps from the labelled one (5: that many or more)",
        "% of wrong solutions",
        false,
        series);
  }

  private static List<Point> distances(List<Ballot> ballots, Counting counting) {
    List<Ballot> wrong = ballots.stream().filter(each -> !each.solution().clean()).toList();
    Map<Integer, Double> shares = new TreeMap<>();
    for (Ballot ballot : wrong) {
      counting
          .named()
          .apply(ballot)
          .forEach(
              (step, share) -> {
                if (step >= 0 && step != Ballot.SOMEWHERE) {
                  shares.merge(distance(step, ballot), share, Double::sum);
                }
              });
    }
    return IntStream.rangeClosed(-FARTHEST, FARTHEST)
        .filter(_ -> !wrong.isEmpty())
        .mapToObj(step -> Point.of(step, HUNDRED * shares.getOrDefault(step, 0.0) / wrong.size()))
        .toList();
  }

  private static int distance(int step, Ballot ballot) {
    return Math.clamp(step - ballot.solution().label(), -FARTHEST, FARTHEST);
  }

  /** A critic that flags everything is at the bottom, one that flags nothing on the left. */
  static Chart accuracies(ScoredSubsets scored) {
    Counting counting = scored.countings().getLast();
    List<Series> series =
        scored.subsets().entrySet().stream()
            .map(
                each ->
                    new Series(
                        each.getKey(), Kind.POINTS, List.of(accuracy(each.getValue(), counting))))
            .toList();
    return new Chart(
        "Accuracy on wrong and on clean solutions, " + counting.name(),
        "% of wrong solutions whose step is named",
        "% of clean solutions passed",
        false,
        series);
  }

  private static Point accuracy(List<Ballot> ballots, Counting counting) {
    Interval clean = counting.interval(ballots, CriticTally::cleanAccuracy);
    return PercentInterval.point(HUNDRED * counting.tally(ballots).wrongAccuracy(), clean);
  }
}
