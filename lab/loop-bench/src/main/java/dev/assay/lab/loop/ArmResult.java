// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Usage;
import dev.assay.lab.statistics.Percentiles;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of all problems of an arm.
 *
 * @param seconds from the first submission to the last answer, as watched
 */
public record ArmResult(Arm arm, List<ProblemResult> results, double seconds) {

  public ArmResult {
    results = List.copyOf(results);
  }

  public List<ProblemResult.Settled> settled() {
    return results.stream()
        .filter(ProblemResult.Settled.class::isInstance)
        .map(ProblemResult.Settled.class::cast)
        .toList();
  }

  public List<ProblemResult.Lost> lost() {
    return results.stream()
        .filter(ProblemResult.Lost.class::isInstance)
        .map(ProblemResult.Lost.class::cast)
        .toList();
  }

  /** Share of right answers over attempts; a lost problem has none. */
  public double pass() {
    return mean(result -> result.score().pass());
  }

  public double byRule(SelectionRule rule) {
    return mean(result -> result.score().rules().getOrDefault(rule, 0.0));
  }

  public int count(Status status) {
    return (int) settled().stream().filter(result -> result.status() == status).count();
  }

  /** Right answers among those of a status; NaN where there are none. */
  public double rightAmong(Status status) {
    return settled().stream()
        .filter(result -> result.status() == status)
        .mapToInt(result -> result.score().given() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  public int late() {
    return (int) settled().stream().filter(ProblemResult.Settled::late).count();
  }

  public Usage usage() {
    return settled().stream().map(ProblemResult.Settled::usage).reduce(Usage.NONE, Usage::plus);
  }

  /**
   * Seconds per problem.
   *
   * @param share of the problems that took no longer, such as 0.5 for the median
   * @return NaN where none was settled
   */
  public double quantile(double share) {
    return Percentiles.nearest(
        settled().stream().mapToDouble(ProblemResult.Settled::seconds).toArray(), share);
  }

  private double mean(ToDoubleFunction<ProblemResult.Settled> value) {
    return settled().stream().mapToDouble(value).sum() / results.size();
  }
}
