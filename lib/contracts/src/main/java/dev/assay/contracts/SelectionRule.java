// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How an answer is chosen among the answer groups. Every rule is computed for every problem; the
 * policy names the one that decides.
 */
public enum SelectionRule {
  /** Mean verdict less a penalty for few verdicts (Heimdall, arXiv 2504.10337). */
  PESSIMISTIC,
  /** Sum of the pass rates of the group's solutions (OPV, arXiv 2512.10756). */
  VERIFIER_VOTING,
  /** The answer of the solution with the best pass rate. */
  BEST_OF_N,
  /** The largest group. */
  MAJORITY,
  /** Group size over the logarithm of the mean solution length (arXiv 2502.12215). */
  SHORTEST_MAJORITY,
  /** The largest group after dropping what the critic did not accept (RefCritic, 2507.15024). */
  ACCEPTED_MAJORITY;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with the names there are, if the text is none of them
   */
  @JsonCreator
  public static SelectionRule parse(String text) {
    return Arrays.stream(values())
        .filter(rule -> rule.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("rule: " + text + " (expected: " + names() + ")"));
  }

  private static String names() {
    return Arrays.stream(values()).map(SelectionRule::toString).collect(Collectors.joining(", "));
  }
}
