// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Reply.Token;
import dev.assay.text.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads how likely each token was, and which others were in its place. */
final class TokenReader {

  /** More than any server gives. */
  private static final int MOST_ALTERNATIVES = 128;

  /** What stands for a token that a constraint forbids: how likely it was is not said. */
  private static final double FORBIDDEN = -9_999;

  private TokenReader() {}

  static void read(JsonNode entries, List<Token> tokens) {
    for (JsonNode entry : entries.isArray() ? entries : entries.path(0)) {
      if (isLikely(entry)) {
        tokens.add(
            new Token(
                text(entry),
                entry.path("logprob").doubleValue(),
                alternatives(entry.path("top_logprobs"))));
      }
    }
  }

  private static boolean isLikely(JsonNode entry) {
    return entry.path("token").isString() && entry.path("logprob").isNumber();
  }

  private static String text(JsonNode entry) {
    return PlainText.of(entry.path("token").stringValue());
  }

  /** Pieces of characters may spell the same; the likeliest of them counts. */
  private static Map<String, Double> alternatives(JsonNode tops) {
    Map<String, Double> alternatives = new HashMap<>();
    for (JsonNode top : tops.isArray() ? tops : tops.path(0)) {
      if (isLikely(top)
          && top.path("logprob").doubleValue() > FORBIDDEN
          && alternatives.size() < MOST_ALTERNATIVES) {
        alternatives.merge(text(top), top.path("logprob").doubleValue(), Math::max);
      }
    }
    return alternatives;
  }
}
