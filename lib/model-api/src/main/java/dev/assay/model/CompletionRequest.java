// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;
import java.util.Objects;

/**
 * One call of a model: what is asked, how the reply is drawn, and how much of both there may be.
 *
 * @param prompt what is asked
 * @param sampling how the next token is drawn
 * @param maxTokens the most tokens to generate, at least 1
 * @param topLogProbabilities for each generated token, how many of the likeliest in its place are
 *     wanted with their log-probabilities; 0 for none, and more needs {@link
 *     Capability#LOG_PROBABILITIES}
 * @param timeout the longest the call may take, waiting included
 */
public record CompletionRequest(
    Prompt prompt, Sampling sampling, int maxTokens, int topLogProbabilities, Duration timeout) {

  /** How long a call may last when nobody says. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  public CompletionRequest {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(sampling, "sampling");
    Objects.requireNonNull(timeout, "timeout");
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens: " + maxTokens + " (expected: >= 1)");
    }
    if (topLogProbabilities < 0) {
      throw new IllegalArgumentException(
          "topLogProbabilities: " + topLogProbabilities + " (expected: >= 0)");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout: " + timeout + " (expected: positive)");
    }
  }

  /** Without log-probabilities. */
  public CompletionRequest(Prompt prompt, Sampling sampling, int maxTokens, Duration timeout) {
    this(prompt, sampling, maxTokens, 0, timeout);
  }

  /** Without log-probabilities, with as much time as {@link #DEFAULT_TIMEOUT}. */
  public CompletionRequest(Prompt prompt, Sampling sampling, int maxTokens) {
    this(prompt, sampling, maxTokens, DEFAULT_TIMEOUT);
  }
}
