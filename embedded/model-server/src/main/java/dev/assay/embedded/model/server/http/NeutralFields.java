// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.text.PlainText;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Fields of OpenAI's that this server has no use for: they pass where they would change nothing,
 * and are refused where they would, as a reply that leaves one out would be taken for an honest
 * one.
 */
final class NeutralFields {

  private static final Predicate<JsonNode> EMPTY = JsonNode::isEmpty;
  private static final Predicate<JsonNode> OFF = value -> value.isBoolean() && !value.asBoolean();
  private static final Predicate<JsonNode> ZERO = value -> is(value, 0);
  private static final Predicate<JsonNode> ONE = value -> is(value, 1);
  private static final Predicate<JsonNode> UNUSED =
      value -> value.isString() && Set.of("none", "auto").contains(value.stringValue());
  private static final Predicate<JsonNode> ANY = _ -> true;

  /** By name: the values that change nothing. */
  private static final Map<String, Predicate<JsonNode>> NEUTRAL =
      Map.ofEntries(
          Map.entry("stream", OFF),
          Map.entry("n", ONE),
          Map.entry("best_of", ONE),
          Map.entry("logprobs", OFF),
          Map.entry("top_logprobs", ZERO),
          Map.entry("logit_bias", EMPTY),
          Map.entry("frequency_penalty", ZERO),
          Map.entry("presence_penalty", ZERO),
          Map.entry("repetition_penalty", ONE),
          Map.entry("min_p", ZERO),
          Map.entry("top_k", value -> is(value, 0) || is(value, -1)),
          Map.entry("tools", EMPTY),
          Map.entry("tool_choice", UNUSED),
          Map.entry("functions", EMPTY),
          Map.entry("function_call", UNUSED),
          Map.entry("parallel_tool_calls", JsonNode::isBoolean),
          Map.entry("response_format", value -> value.path("type").asString("").equals("text")),
          Map.entry("modalities", NeutralFields::isText),
          // Who asks, and what is done with it afterwards.
          Map.entry("user", ANY),
          Map.entry("metadata", ANY),
          Map.entry("store", ANY),
          Map.entry("service_tier", ANY),
          Map.entry("safety_identifier", ANY),
          Map.entry("prompt_cache_key", ANY));

  private NeutralFields() {}

  /**
   * Refuses the fields that are not read and would change the reply.
   *
   * @param read those that are
   */
  static void require(RequestFields fields, Set<String> read) {
    for (String name : fields.names()) {
      if (!read.contains(name)) {
        fields
            .get(name)
            .filter(value -> !isNeutral(name, value))
            .ifPresent(_ -> refuse(fields, name));
      }
    }
  }

  private static boolean isNeutral(String name, JsonNode value) {
    Predicate<JsonNode> neutral = NEUTRAL.get(name);
    return neutral != null && neutral.test(value);
  }

  private static void refuse(RequestFields fields, String name) {
    String path = PlainText.line(fields.path(name), 100);
    throw ApiFailure.unsupported(
        path,
        name.equals("stream")
            ? "stream: not served (expected: false; a reply comes whole)"
            : path + ": not served (expected: left out, or a value that changes nothing)");
  }

  private static boolean is(JsonNode value, double number) {
    return value.isNumber() && value.asDouble(Double.NaN) == number;
  }

  private static boolean isText(JsonNode value) {
    return value.size() == 1 && value.path(0).asString("").equals("text");
  }
}
