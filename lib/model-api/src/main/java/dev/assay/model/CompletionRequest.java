// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One call of a model.
 *
 * @param prompt the text to complete; a chat model receives it as its single user message
 * @param sampling how the next token is drawn
 * @param maxTokens the most tokens to generate, at least 1
 * @param timeout the longest the call may take, waiting included
 * @param stop generation ends before the first of these strings; they are not part of the text
 * @param namedTokens tokens whose log-probability is wanted at every position, beside the chosen
 *     one's; each must be a single token of the model's vocabulary
 */
public record CompletionRequest(
    String prompt,
    Sampling sampling,
    int maxTokens,
    Duration timeout,
    List<String> stop,
    Set<String> namedTokens) {

  public CompletionRequest {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(sampling, "sampling");
    Objects.requireNonNull(timeout, "timeout");
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens: " + maxTokens + " (expected: >= 1)");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout: " + timeout + " (expected: positive)");
    }
    stop = List.copyOf(stop);
    if (stop.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("stop: an empty string would end every completion");
    }
    namedTokens = Set.copyOf(namedTokens);
  }

  public CompletionRequest(String prompt, Sampling sampling, int maxTokens) {
    this(prompt, sampling, maxTokens, Model.DEFAULT_TIMEOUT, List.of(), Set.of());
  }
}
