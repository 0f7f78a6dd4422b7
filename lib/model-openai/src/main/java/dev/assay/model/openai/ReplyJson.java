// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of servers, which may be hostile: its depth and its number of words are bounded.
 */
final class ReplyJson {

  /** A chat completion nests some eight levels. */
  private static final int DEEPEST = 64;

  /** A plain reply has not a hundred; each probability that is asked for adds some ten. */
  private static final int MOST_TOKENS = 200_000;

  /** What a stream ends with; some servers put it behind a reply that is no stream. */
  private static final String DONE = "[DONE]";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .build();

  private ReplyJson() {}

  /**
   * What a text begins with, and what follows.
   *
   * @param rest blank, where there is nothing but the value and the mark of a stream's end
   */
  record Value(JsonNode json, String rest) {}

  /**
   * Reads the value that a text begins with.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON, or too much of it
   */
  static Value read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return new Value(JSON.missingNode(), "");
      }
      JsonNode value = parser.readValueAsTree();
      int end = (int) parser.currentLocation().getCharOffset();
      return new Value(value, rest(text.substring(Math.min(end, text.length()))));
    }
  }

  private static String rest(String tail) {
    String rest = tail.strip();
    return isDone(rest.startsWith("data:") ? rest.substring("data:".length()) : rest) ? "" : rest;
  }

  static boolean isDone(String data) {
    return data.strip().equals(DONE);
  }

  /**
   * An event's data: one value, though it may stand on several lines; or one on each, where the
   * blank lines between events are missing.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON, or too much of it
   */
  static List<JsonNode> events(List<String> data) {
    if (data.size() > 1 && isDone(data.getLast())) {
      return events(data.subList(0, data.size() - 1));
    }
    Value first = read(String.join("\n", data));
    return first.rest().isEmpty()
        ? List.of(first.json())
        : data.stream().filter(each -> !isDone(each)).map(each -> read(each).json()).toList();
  }
}
