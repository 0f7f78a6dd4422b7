// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model answered.
 *
 * @param text the generated text, without the prompt, the stop string or the end token, and as
 *     {@link PlainText} has it
 * @param tokens the generated tokens with their log-probabilities, or empty where the adapter has
 *     none to give; they spell {@code text} and may go on to the stop string or the end token
 * @param promptTokens tokens read
 * @param completionTokens tokens generated, the end token included
 * @param finish why generation ended
 */
public record Completion(
    String text, List<Token> tokens, int promptTokens, int completionTokens, Finish finish) {

  public Completion {
    text = PlainText.of(text);
    Objects.requireNonNull(finish, "finish");
    tokens = List.copyOf(tokens);
  }

  /** Why generation ended. */
  public enum Finish {
    /** The end token or a stop string was generated. */
    STOP,
    /** {@code maxTokens} or the model's context was used up. */
    LENGTH
  }

  /**
   * One generated token.
   *
   * @param text what it spells
   * @param logProbability natural logarithm of its probability under the model, before temperature
   *     and top-p
   * @param named the same of the tokens that the request named
   */
  public record Token(String text, double logProbability, Map<String, Double> named) {
    public Token {
      Objects.requireNonNull(text, "text");
      named = Map.copyOf(named);
    }
  }
}
