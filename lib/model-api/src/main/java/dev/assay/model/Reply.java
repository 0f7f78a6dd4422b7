// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model answered. What it thought is set apart here, whichever way its server gives it, so
 * that no reader takes a conclusion that was only tried on for the model's word.
 *
 * @param text what it said, without the prompt, the stop string or the end token, as {@link
 *     PlainText} has it; think blocks are taken out of it by {@link Thinking}
 * @param thinking what it thought apart from that: the think blocks, and what the server gave in a
 *     place of its own; empty if none
 * @param finish why generation ended
 * @param promptTokens tokens read
 * @param completionTokens tokens generated, the end token included
 * @param tokens the generated tokens, or empty where they were not asked for or the adapter has
 *     none to give; they spell what was generated and may go on to the stop string or the end token
 * @param cachedTokens those of the tokens read that the server had in its cache; 0 where nobody
 *     said
 */
public record Reply(
    String text,
    String thinking,
    Finish finish,
    int promptTokens,
    int completionTokens,
    List<Token> tokens,
    int cachedTokens) {

  public Reply {
    Objects.requireNonNull(finish, "finish");
    tokens = List.copyOf(tokens);
    Thinking apart = Thinking.of(PlainText.of(text));
    text = apart.said();
    thinking =
        Stream.of(PlainText.of(thinking), apart.thought())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("\n"));
  }

  /** Where nobody said what was cached. */
  public Reply(
      String text,
      String thinking,
      Finish finish,
      int promptTokens,
      int completionTokens,
      List<Token> tokens) {
    this(text, thinking, finish, promptTokens, completionTokens, tokens, 0);
  }

  /** What it has cost. */
  public Spent spent() {
    return new Spent(1, promptTokens, completionTokens, cachedTokens);
  }

  /** Of a model that gives nothing but text. */
  public Reply(String text, Finish finish, int promptTokens, int completionTokens) {
    this(text, "", finish, promptTokens, completionTokens, List.of());
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
   * @param alternatives the same of the likeliest tokens in its place, by what they spell
   */
  public record Token(String text, double logProbability, Map<String, Double> alternatives) {
    public Token {
      Objects.requireNonNull(text, "text");
      alternatives = Map.copyOf(alternatives);
    }
  }
}
