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

  /** By name: the values that change nothing. */
  private static final Map<String, Predicate<JsonNode>> NEUTRAL =
      Map.ofEntries(
          Map.entry("stream", NeutralFields::isOff),
          Map.entry("n", NeutralFields::isOne),
          Map.entry("best_of", NeutralFields::isOne),
          Map.entry("logprobs", NeutralFields::isOff),
          Map.entry("top_logprobs", NeutralFields::isZero),
          Map.entry("logit_bias", JsonNode::isEmpty),
          Map.entry("frequency_penalty", NeutralFields::isZero),
          Map.entry("presence_penalty", NeutralFields::isZero),
          Map.entry("repetition_penalty", NeutralFields::isOne),
          Map.entry("min_p", NeutralFields::isZero),
          Map.entry("top_k", value -> is(value, 0) || is(value, -1)),
          Map.entry("tools", JsonNode::isEmpty),
          Map.entry("tool_choice", NeutralFields::isUnused),
          Map.entry("functions", JsonNode::isEmpty),
          Map.entry("function_call", NeutralFields::isUnused),
          Map.entry("parallel_tool_calls", JsonNode::isBoolean),
          Map.entry("response_format", value -> value.path("type").asString("").equals("text")),
          Map.entry("modalities", NeutralFields::isText),
          // Who asks, and what is done with it afterwards.
          Map.entry("user", _ -> true),
          Map.entry("metadata", _ -> true),
          Map.entry("store", _ -> true),
          Map.entry("service_tier", _ -> true),
          Map.entry("safety_identifier", _ -> true),
          Map.entry("prompt_cache_key", _ -> true));

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

  private static boolean isOff(JsonNode value) {
    return value.isBoolean() && !value.asBoolean();
  }

  private static boolean isZero(JsonNode value) {
    return is(value, 0);
  }

  private static boolean isOne(JsonNode value) {
    return is(value, 1);
  }

  private static boolean isUnused(JsonNode value) {
    return value.isString() && Set.of("none", "auto").contains(value.stringValue());
  }

  private static boolean is(JsonNode value, double number) {
    return value.isNumber() && value.asDouble(Double.NaN) == number;
  }

  private static boolean isText(JsonNode value) {
    return value.size() == 1 && value.path(0).asString("").equals("text");
  }
}
