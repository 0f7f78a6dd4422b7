// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import java.util.List;
import java.util.Objects;

/**
 * How likely a model finds a text, token by token.
 *
 * @param tokens in order; together they spell the text
 * @param promptTokens tokens read before the first of them
 */
public record TokenLikelihoods(List<Token> tokens, int promptTokens) {

  public TokenLikelihoods {
    tokens = List.copyOf(tokens);
  }

  /**
   * One token of the text.
   *
   * @param text what it spells; empty if the character that it is part of ends with a later token
   * @param logProbability natural logarithm of its probability under the model at temperature 1,
   *     given the prompt and the tokens before it
   */
  public record Token(String text, double logProbability) {
    public Token {
      Objects.requireNonNull(text, "text");
    }
  }
}
