// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.risk;

import java.util.Objects;

/** What it takes to keep an error rate. */
public sealed interface RiskThreshold {

  /**
   * Answers from this score up keep it.
   *
   * @param score the least score
   * @param selected how many of the labelled outcomes reach it
   * @param errors how many of those are wrong
   * @param bound the error rate that is not exceeded, with the confidence that was asked for
   */
  record Attained(double score, int selected, int errors, double bound) implements RiskThreshold {}

  /**
   * The labelled outcomes support no threshold, so no answer may be called verified.
   *
   * @param reason one sentence, with the numbers in it and with what would help
   */
  record Unattainable(String reason) implements RiskThreshold {
    public Unattainable {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Whether an answer of this score may be called verified. */
  default boolean admits(double score) {
    return switch (this) {
      case Attained attained -> score >= attained.score();
      case Unattainable _ -> false;
    };
  }
}
