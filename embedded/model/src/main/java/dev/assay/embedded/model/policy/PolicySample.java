// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.policy;

import dev.assay.embedded.model.examples.TextExample;

/**
 * What a model wrote, beside what it should have written.
 *
 * @param question the prompt with its right completion
 * @param completion the model's own, with its end token if it got that far
 */
public record PolicySample(TextExample question, String completion) {

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
  TextExample weighted(double weight) {
    return new TextExample(question.prompt(), completion, weight);
  }
}
