// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a score into the probability that the answer is right: a staircase that never falls, fitted
 * by isotonic regression (pool adjacent violators: Ayer et al. 1955; for probabilities, Zadrozny
 * and Elkan 2002). Each step says {@code (right + 1) / (count + 2)} by Laplace's rule of
 * succession, so that few outcomes never claim certainty.
 *
 * @param steps from the lowest score up; none where nothing is known
 */
public record Calibration(List<Step> steps) {

  private static final double EVEN = 0.5;

  public Calibration {
    steps = List.copyOf(steps);
  }

  /**
   * Outcomes that share a step.
   *
   * @param from the lowest of their scores
   * @param confidence the probability of being right from here up to the next step
   */
  public record Step(double from, int right, int count, double confidence) {}

  /** Fits the staircase; without outcomes every answer is as likely right as wrong. */
  public static Calibration fit(List<LabelledOutcome> outcomes) {
    List<Pool> pools = new ArrayList<>();
    outcomes.stream()
        .sorted(Comparator.comparingDouble(LabelledOutcome::score))
        .forEach(each -> add(pools, each));
    return new Calibration(
        settled(pools).stream()
            .map(pool -> new Step(pool.from, pool.right, pool.count, pool.confidence()))
            .toList());
  }

  /**
   * The probability that an answer of this score is right, above 0 and below 1. Between two steps
   * the lower one speaks, and below all steps the lowest.
   */
  public double confidence(double score) {
    if (Double.isNaN(score)) {
      throw new IllegalArgumentException("score: NaN (expected: a number)");
    }
    double confidence = steps.isEmpty() ? EVEN : steps.getFirst().confidence();
    for (Step step : steps) {
      if (step.from() > score) {
        break;
      }
      confidence = step.confidence();
    }
    return confidence;
  }

  /** Ties go into one pool: one score has one confidence. */
  private static void add(List<Pool> pools, LabelledOutcome outcome) {
    int right = outcome.right() ? 1 : 0;
    if (!pools.isEmpty() && outcome.score() == pools.getLast().to) {
      pools.add(pools.removeLast().with(new Pool(outcome.score(), outcome.score(), right, 1)));
    } else {
      pools.add(new Pool(outcome.score(), outcome.score(), right, 1));
    }
  }

  /**
   * Pools neighbours until the share of right outcomes rises from each to the next, and the
   * confidence with it. A small pool is pulled towards one half; where it thereby leaves the order,
   * it joins its neighbour, so that a handful never lifts what thousands beside it say.
   */
  private static List<Pool> settled(List<Pool> pools) {
    List<Pool> settled = new ArrayList<>();
    for (Pool next : pools) {
      Pool pool = next;
      while (!settled.isEmpty() && !pool.isAbove(settled.getLast())) {
        pool = settled.removeLast().with(pool);
      }
      settled.add(pool);
    }
    return settled;
  }

  private record Pool(double from, double to, int right, int count) {
    double confidence() {
      return (right + 1.0) / (count + 2);
    }

    boolean isAbove(Pool lower) {
      return (double) right / count > (double) lower.right / lower.count
          && confidence() > lower.confidence();
    }

    Pool with(Pool higher) {
      return new Pool(from, higher.to, right + higher.right, count + higher.count);
    }
  }
}
