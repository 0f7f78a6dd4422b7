// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.statistics.Interval;
import dev.assay.lab.studies.stopping.RecordedCalls;
import dev.assay.selection.scoring.GroupSums;
import dev.assay.selection.scoring.ScoringRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The accuracy of rules on the first N attempts and the first M verdicts of each, over the same
 * problems for every N and M.
 */
record Surface(List<RecordedCalls> problems) {

  Surface {
    problems = List.copyOf(problems);
  }

  static Surface of(SimulatedProblems model, int problems, int attempts, int verifications) {
    return new Surface(
        IntStream.range(0, problems)
            .parallel()
            .mapToObj(i -> model.problem(attempts, verifications, i))
            .toList());
  }

  /** The share of problems that the rule gets right at each alpha. */
  List<Interval> accuracy(SelectionRule rule, int attempts, int verifications, double... alphas) {
    long[] right = new long[alphas.length];
    for (RecordedCalls problem : problems) {
      List<GroupSums> sums = new ArrayList<>();
      List<Integer> names = sums(problem, attempts, verifications, sums);
      for (int i = 0; i < alphas.length; i++) {
        int best = new ScoringRules(attempts, verifications, alphas[i]).best(sums, rule);
        right[i] += names.get(best) == SimulatedProblems.RIGHT ? 1 : 0;
      }
    }
    return Arrays.stream(right).mapToObj(hits -> Interval.wilson(hits, problems.size())).toList();
  }

  /** The share of problems with a right solution among the first N: no rule can do better. */
  double any(int attempts) {
    return problems.stream()
            .filter(
                each ->
                    Arrays.stream(each.groups(), 0, attempts)
                        .anyMatch(g -> g == SimulatedProblems.RIGHT))
            .count()
        / (double) problems.size();
  }

  /** Adds up the groups that there are; their names come back in the same order. */
  private static List<Integer> sums(
      RecordedCalls problem, int attempts, int m, List<GroupSums> sums) {
    int groups = 1 + Arrays.stream(problem.groups(), 0, attempts).max().orElse(0);
    int[] size = new int[groups];
    double[] passes = new double[groups];
    double[] best = new double[groups];
    int[] first = new int[groups];
    for (int i = attempts - 1; i >= 0; i--) {
      int group = problem.groups()[i];
      double passed = Arrays.stream(problem.verdicts()[i], 0, m).sum();
      size[group]++;
      passes[group] += passed;
      best[group] = Math.max(best[group], passed / m);
      first[group] = i;
    }
    List<Integer> names = IntStream.range(0, groups).filter(g -> size[g] > 0).boxed().toList();
    for (int g : names) {
      sums.add(
          new GroupSums(
              size[g],
              size[g],
              size[g] * m,
              size[g] * m,
              passes[g],
              passes[g] / m,
              best[g],
              0,
              first[g]));
    }
    return names;
  }
}
