// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/**
 * What model calls cost.
 *
 * @param calls how many there were
 * @param promptTokens tokens read
 * @param completionTokens tokens generated
 * @param millis how long the calls lasted, added up, in milliseconds
 */
public record Usage(int calls, long promptTokens, long completionTokens, long millis) {

  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (calls < 0 || promptTokens < 0 || completionTokens < 0 || millis < 0) {
      throw new IllegalArgumentException("usage: negative (expected: >= 0)");
    }
  }

  public Usage plus(Usage other) {
    return new Usage(
        calls + other.calls,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens,
        millis + other.millis);
  }

  /** Tokens read and generated. */
  public long totalTokens() {
    return promptTokens + completionTokens;
  }
}
