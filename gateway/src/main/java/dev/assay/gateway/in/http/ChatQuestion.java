// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.PolicyOverrides;
import dev.assay.gateway.core.Refusal;
import dev.assay.gateway.in.http.ChatRequest.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a chat request comes down to. Nothing in it is passed over in silence: it is used, named in
 * the reply as ignored, or refused.
 *
 * @param ignored fields and messages that make no difference
 */
record ChatQuestion(
    String model,
    String question,
    @Nullable String kind,
    @Nullable PolicyOverrides policy,
    List<String> ignored) {

  /** They steer one model call; here the roles' configuration does, for many. */
  private static final Set<String> IGNORED =
      Set.of(
          "temperature",
          "top_p",
          "max_tokens",
          "max_completion_tokens",
          "seed",
          "presence_penalty",
          "frequency_penalty",
          "stop",
          "logit_bias",
          "reasoning_effort",
          "verbosity",
          "service_tier",
          "store",
          "parallel_tool_calls",
          "stream_options",
          "safety_identifier",
          "prompt_cache_key",
          "top_k",
          "min_p",
          "repetition_penalty");

  /** The reply would not be what they ask for. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "tools",
          "tool_choice",
          "functions",
          "function_call",
          "response_format",
          "logprobs",
          "top_logprobs",
          "modalities",
          "audio",
          "prediction",
          "web_search_options");

  /**
   * Reads a request.
   *
   * @throws Refusal if it asks for what there is not
   */
  static ChatQuestion of(ChatRequest request) {
    String model = request.model();
    if (model == null || model.isBlank()) {
      throw Refusal.invalid("model: missing (expected: a name, such as assay)");
    }
    if (Boolean.TRUE.equals(request.stream())) {
      throw Refusal.invalid(
          "stream: true is not supported (expected: false; progress is streamed by"
              + " GET /v1/problems/{id}/events)");
    }
    if (request.n() != null && request.n() != 1) {
      throw Refusal.invalid(
          "n: "
              + request.n()
              + " is not supported (expected: 1; assay.attempts says how many are tried)");
    }
    List<Message> messages = request.messages() == null ? List.of() : request.messages();
    List<String> ignored = new ArrayList<>(ignoredFields(request));
    String question = question(messages, ignored);
    ChatRequest.Extension assay = request.assay();
    return new ChatQuestion(
        model,
        question,
        assay == null ? null : assay.kind(),
        assay == null ? null : assay.policy(),
        List.copyOf(ignored));
  }

  private static List<String> ignoredFields(ChatRequest request) {
    List<String> fields = new ArrayList<>();
    for (var each : request.others().entrySet()) {
      String field = each.getKey();
      if (UNSUPPORTED.contains(field)) {
        if (!neutral(field, each.getValue())) {
          throw Refusal.invalid(field + ": not supported (expected: left out)");
        }
      } else if (!IGNORED.contains(field)) {
        throw Refusal.invalid(field + ": unknown field (known: " + known() + ")");
      } else if (!each.getValue().isNull()) {
        fields.add(field);
      }
    }
    fields.sort(null);
    return fields;
  }

  /** Clients send fields that say nothing. */
  private static boolean neutral(String field, JsonNode value) {
    return value.isNull()
        || (value.isBoolean() && !value.asBoolean())
        || (value.isArray() && value.isEmpty())
        || (field.equals("response_format") && value.path("type").asString("").equals("text"));
  }

  private static String known() {
    return Stream.concat(
            Stream.of("model", "messages", "stream", "n", "assay", "user", "metadata"),
            IGNORED.stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** System messages are for a model, and the loop has its own; they are named as ignored. */
  private static String question(List<Message> messages, List<String> ignored) {
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      String place = "messages[" + i + "]";
      String role = message == null ? null : message.role();
      switch (role) {
        case "user" -> questions.add(text(message.content(), place));
        case "system", "developer" -> ignored.add(place + " (" + role + ")");
        case "assistant", "tool", "function" ->
            throw Refusal.invalid(
                place
                    + ": history, role "
                    + role
                    + " (expected: a single question, without history)");
        case null, default ->
            throw Refusal.invalid(
                place + ".role: " + role + " (expected: user, system or developer)");
      }
    }
    if (questions.size() != 1) {
      throw Refusal.invalid(
          "messages: " + questions.size() + " user messages (expected: exactly one, the question)");
    }
    return questions.getFirst();
  }

  private static String text(@Nullable JsonNode content, String place) {
    if (content != null && content.isString()) {
      return content.asString();
    }
    if (content == null || !content.isArray()) {
      throw Refusal.invalid(place + ".content: no text (expected: a string, or parts of text)");
    }
    return content
        .valueStream()
        .map(part -> partText(part, place))
        .collect(Collectors.joining("\n"));
  }

  private static String partText(JsonNode part, String place) {
    if (!part.path("type").asString("").equals("text") || !part.path("text").isString()) {
      throw Refusal.invalid(
          place + ".content: a part that is not text (expected: parts of type text)");
    }
    return part.path("text").asString();
  }
}
