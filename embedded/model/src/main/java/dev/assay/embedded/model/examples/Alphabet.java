// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.examples;

import dev.assay.model.tensorflow.trainer.TokenExample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The characters that the embedded models read and write, each of them a token. */
public final class Alphabet {

  /** Ids, used or not. */
  public static final int SIZE = 64;

  /** Ends a completion. */
  public static final char END = '.';

  // The first stands for padding and for whatever has no token.
  private static final String CHARACTERS = "_.STU>#=+-*(),:?0123456789abcdefghijklmnopABCDEFG";

  private Alphabet() {}

  /** By id, the character that a token spells, or null for an id without use. */
  public static List<@Nullable String> tokens() {
    List<@Nullable String> tokens = new ArrayList<>();
    CHARACTERS.chars().forEach(c -> tokens.add(String.valueOf((char) c)));
    tokens.addAll(Collections.nCopies(SIZE - CHARACTERS.length(), null));
    return tokens;
  }

  /** The id of the token that ends a completion. */
  public static int end() {
    return CHARACTERS.indexOf(END);
  }

  /**
   * A text as tokens.
   *
   * @throws IllegalArgumentException if it has a character outside the alphabet
   */
  public static int[] encode(String text) {
    int[] tokens = new int[text.length()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = CHARACTERS.indexOf(text.charAt(i));
      if (tokens[i] < 0) {
        throw new IllegalArgumentException(
            "character '%s' of %s (expected: one of %s)"
                .formatted(text.charAt(i), text, CHARACTERS));
      }
    }
    return tokens;
  }

  /**
   * Tokens as text, that of an id without use like that of padding: whatever a model draws can be
   * encoded again.
   */
  public static String decode(int[] tokens) {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append(token < CHARACTERS.length() ? CHARACTERS.charAt(token) : CHARACTERS.charAt(0));
    }
    return text.toString();
  }

  /** An example as the trainer takes it. */
  public static TokenExample encode(TextExample example) {
    return new TokenExample(
        encode(example.prompt() + example.completion()),
        example.prompt().length(),
        (float) example.weight());
  }
}
