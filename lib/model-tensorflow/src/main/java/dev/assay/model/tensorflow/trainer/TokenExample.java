// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

/**
 * A prompt and what is to follow it.
 *
 * @param tokens prompt and completion
 * @param promptLength how many of them are the prompt, whose prediction is not learnt; at least 1
 * @param weight how much each token of the completion counts: 1 in supervised training, the
 *     advantage in a policy gradient
 */
public record TokenExample(int[] tokens, int promptLength, float weight) {

  public TokenExample {
    if (promptLength < 1 || promptLength >= tokens.length) {
      throw new IllegalArgumentException(
          "promptLength: %d (expected: 1 to %d, so that something is left to learn)"
              .formatted(promptLength, tokens.length - 1));
    }
  }

  /** How many positions are fed: each token but the last predicts the next one. */
  int positions() {
    return tokens.length - 1;
  }

  /** How many predictions are learnt. */
  int learnt() {
    return tokens.length - promptLength;
  }
}
