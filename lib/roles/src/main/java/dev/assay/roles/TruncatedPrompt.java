// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.model.Prompt;

/**
 * Tells a prompt that its server has cut without a word, as some do where it does not fit, by what
 * the server says that it has read.
 */
final class TruncatedPrompt {

  /** In characters: a shorter one may be all names and tags that are one token each. */
  private static final int SHORT = 2_000;

  /** No tokenizer needs so few tokens for prose, formulas or code, in any language. */
  private static final int MOST_CHARACTERS_A_TOKEN = 16;

  private TruncatedPrompt() {}

  /**
   * Whether the server has read far less than it was sent.
   *
   * @param tokens that it says it has read; 0 where it does not say
   */
  static boolean known(Prompt prompt, int tokens) {
    long characters =
        characters(prompt.text()) + characters(prompt.prefill() == null ? "" : prompt.prefill());
    return tokens > 0 && characters > SHORT && characters > (long) MOST_CHARACTERS_A_TOKEN * tokens;
  }

  /** A run of one character may be one token, as spaces are: it counts as one. */
  private static long characters(String text) {
    long count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
        count++;
      }
    }
    return count;
  }
}
