// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What model calls cost.
 *
 * @param calls how many there were
 * @param promptTokens tokens read
 * @param completionTokens tokens generated
 * @param millis how long the calls lasted, added up, in milliseconds
 * @param cost in money; null where no call has a price
 */
public record Usage(
    int calls, long promptTokens, long completionTokens, long millis, @Nullable Expense cost) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (calls < 0 || promptTokens < 0 || completionTokens < 0 || millis < 0) {
      throw new IllegalArgumentException("usage: negative (expected: >= 0)");
    }
  }

  /** Without a price. */
  public Usage(int calls, long promptTokens, long completionTokens, long millis) {
    this(calls, promptTokens, completionTokens, millis, null);
  }

  public Usage plus(Usage other) {
    return new Usage(
        calls + other.calls,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens,
        millis + other.millis,
        cost(other));
  }

  private @Nullable Expense cost(Usage other) {
    if (cost == null) {
      return other.cost == null ? null : other.cost.plusUnpriced(calls);
    }
    return other.cost == null ? cost.plusUnpriced(other.calls) : cost.plus(other.cost);
  }

  /** Tokens read and generated. */
  public long totalTokens() {
    return promptTokens + completionTokens;
  }
}
