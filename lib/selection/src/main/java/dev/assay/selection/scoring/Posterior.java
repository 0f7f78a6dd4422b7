// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The probability that the chosen answer is right, given the verdicts on it and on its rivals: the
 * reading that a verifier which passes everything cannot fool, since what excludes each other and
 * passes alike speaks against the verifier. docs/why/0014 derives it.
 *
 * <p>Of answers that exclude each other at most one is right. If it is the i-th,
 *
 * <pre>
 *   L_i = E[t^k_i (1-t)^(m_i-k_i)] E[f^(k-k_i) (1-f)^((m-m_i)-(k-k_i))],   L_0 = E[f^k (1-f)^(m-k)]
 * </pre>
 *
 * where group i has m_i verdicts with k_i passes, m and k are the sums of all, and t and f, the
 * rates at which right and wrong answers pass, have the Beta priors of {@link VerifierPrior}; i = 0
 * says that none is right. Each expectation is a ratio of Beta functions. A verifier that cannot
 * tell passes everything at one rate, uniform a priori: {@code U = B(k+1, m-k+1)} whichever is
 * right. With prior p_i of the answers and λ of such a verifier,
 *
 * <pre>
 *   P(i) = p_i ((1-λ) L_i + λ U) / Σ_j p_j ((1-λ) L_j + λ U)
 * </pre>
 *
 * @param prior what is believed of the verifier
 */
public record Posterior(VerifierPrior prior) {

  /** From here on an answer may be called verified: one in twenty of them may be wrong. */
  public static final double ENOUGH = 0.95;

  /** How often none of the answers on the table is right: as likely as one of two. */
  private static final double NONE_RIGHT = 1.0 / 3;

  /**
   * How often a verifier cannot tell right from wrong. Only where rivals were given: they put it to
   * the test. Where all solutions agree nothing can, and the assumed rates carry the answer alone.
   */
  private static final double CANNOT_TELL = 0.3;

  /**
   * Verdicts on one answer.
   *
   * @param passes their sum, at most {@code count}
   * @param count how many there are
   */
  public record Verdicts(double passes, double count) {

    /** Those that can be read. */
    public static Verdicts read(GroupSums group) {
      return new Verdicts(group.passes(), group.readable());
    }

    /**
     * A rival's: what could not be read may have passed. Otherwise a verifier that fails on the
     * rivals alone would make their opponent surer.
     */
    public static Verdicts feared(GroupSums group) {
      int unread = Math.max(0, group.asked() - group.readable());
      return new Verdicts(group.passes() + unread, (double) group.readable() + unread);
    }

    double fails() {
      return count - passes;
    }

    Verdicts plus(Verdicts other) {
      return new Verdicts(passes + other.passes, count + other.count);
    }
  }

  /** Whether an answer that is right with this probability may be called verified. */
  public static boolean suffices(double probability) {
    return probability >= ENOUGH;
  }

  /**
   * The probability that the chosen answer is right.
   *
   * @param chosen the verdicts on it
   * @param rivals those on each answer that excludes it
   */
  public double of(Verdicts chosen, List<Verdicts> rivals) {
    Verdicts all = rivals.stream().reduce(chosen, Verdicts::plus);
    double cannotTell = rivals.isEmpty() ? 0 : CANNOT_TELL;
    double blind = Math.log(cannotTell) + LogBeta.value(all.passes() + 1, all.fails() + 1);
    double sees = Math.log1p(-cannotTell);
    double each = Math.log((1 - NONE_RIGHT) / (1 + rivals.size()));
    double right = each + sum(sees + ifRight(chosen, all), blind);
    double wrong = Math.log(NONE_RIGHT) + sum(sees + allWrong(all), blind);
    for (Verdicts rival : rivals) {
      wrong = sum(wrong, each + sum(sees + ifRight(rival, all), blind));
    }
    return 1 / (1 + Math.exp(wrong - right));
  }

  /** ln L_i: how likely all verdicts are if this answer is the right one. */
  private double ifRight(Verdicts answer, Verdicts all) {
    Verdicts others = new Verdicts(all.passes() - answer.passes(), all.count() - answer.count());
    return drawn(prior.rightPasses(), prior.rightFails(), answer) + allWrong(others);
  }

  /** How likely these verdicts are if all that they judge is wrong; a logarithm. */
  private double allWrong(Verdicts verdicts) {
    return drawn(prior.wrongPasses(), prior.wrongFails(), verdicts);
  }

  /** How likely these verdicts are at a rate that is Beta(a, b); a logarithm. */
  private static double drawn(double a, double b, Verdicts verdicts) {
    // Differences of sums may miss 0 by rounding.
    double passes = Math.max(0, verdicts.passes());
    double fails = Math.max(0, verdicts.fails());
    return LogBeta.value(a + passes, b + fails) - LogBeta.value(a, b);
  }

  /** {@code ln(e^a + e^b)}, whatever their size; either may be the logarithm of 0. */
  private static double sum(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }
}
