// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.LikelihoodModel;
import dev.assay.model.Reply;
import dev.assay.model.TokenLikelihoods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A model that only reads: it expects one text and finds every other one doubtful from the first
 * character on that differs, and certain elsewhere. One character is one token.
 */
public final class ScriptedReader implements LikelihoodModel {

  private final String expected;
  private final double doubt;
  private final List<String> read = new ArrayList<>();

  private ScriptedReader(String expected, double doubt) {
    this.expected = expected;
    this.doubt = doubt;
  }

  /**
   * @param doubt the probability of the first character that differs
   */
  public static ScriptedReader expecting(String text, double doubt) {
    return new ScriptedReader(text, doubt);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public Reply complete(CompletionRequest request) {
    throw new AssertionError("it reads only; asked to go on with: " + request);
  }

  @Override
  public synchronized TokenLikelihoods likelihoods(
      String prompt, String continuation, Duration timeout) {
    read.add(prompt + continuation);
    List<TokenLikelihoods.Token> tokens = new ArrayList<>();
    int slip = firstDifference(continuation);
    for (int i = 0; i < continuation.length(); i++) {
      double probability = i == slip ? doubt : 1;
      tokens.add(
          new TokenLikelihoods.Token(continuation.substring(i, i + 1), Math.log(probability)));
    }
    return new TokenLikelihoods(tokens, prompt.length());
  }

  private int firstDifference(String text) {
    int i = 0;
    while (i < text.length() && i < expected.length() && text.charAt(i) == expected.charAt(i)) {
      i++;
    }
    return i;
  }

  /** What it has read so far, prompt and continuation together. */
  public synchronized List<String> read() {
    return List.copyOf(read);
  }
}
