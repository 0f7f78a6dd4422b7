// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

  /** What is looked at in a completion, or in an error in its place. */
  private static final Set<String> READ =
      Set.of("choices", "usage", "error", "detail", "message", "object", "type", "param", "code");

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
   * @throws JacksonException if it is no JSON, or too much of it
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

  private static boolean isDone(String data) {
    return data.strip().equals(DONE);
  }

  static boolean isDone(byte[] data) {
    return data.length < 2 * DONE.length() && isDone(new String(data, UTF_8));
  }

  /**
   * An event's data: one value, though it may stand on several lines; or one on each, where the
   * blank lines between events are missing.
   *
   * @throws JacksonException if it is no JSON, or too much of it
   */
  static List<JsonNode> events(List<byte[]> data) {
    if (data.size() == 1) {
      return List.of(piece(data.getFirst()));
    }
    List<String> lines =
        data.stream().filter(each -> !isDone(each)).map(each -> new String(each, UTF_8)).toList();
    Value first = read(String.join("\n", lines));
    return first.rest().isEmpty()
        ? List.of(first.json())
        : lines.stream().map(each -> read(each).json()).toList();
  }

  /** What a piece says of the answer: half of most pieces is the same in all of them. */
  private static JsonNode piece(byte[] data) {
    try (JsonParser parser = JSON.createParser(data)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? told(parser) : JSON.missingNode();
    } catch (JacksonException e) {
      // Bytes that are no characters are read as such.
      return read(new String(data, UTF_8)).json();
    }
  }

  private static JsonNode told(JsonParser parser) {
    ObjectNode told = JSON.createObjectNode();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (READ.contains(name) && value != JsonToken.VALUE_NULL) {
        told.set(name, parser.readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
    return told;
  }
}
