// SPDX-License-Identifier: Apache-2.0
package dev.assay.training.policy;

import dev.assay.training.data.Example;

/**
 * What a model wrote, beside what it should have written.
 *
 * @param question the prompt with its right completion
 * @param completion the model's own, with its end token if it got that far
 */
public record Sample(Example question, String completion) {

  /** Whether every character is right; right completions are canonical, so this is truth. */
  public boolean right() {
    return completion.equals(question.completion());
  }

  /** Whether the answer at the end is right, whatever stands before it. */
  public boolean answered() {
    return answer(completion).equals(answer(question.completion()));
  }

  private static String answer(String text) {
    return text.substring(text.lastIndexOf('#') + 1);
  }

  /** The sample as something to learn from. */
  Example weighted(double weight) {
    return new Example(question.prompt(), completion, weight);
  }
}
