// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Prompt;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the body of a chat completion: its messages are those of the prompt. */
final class ChatRequests {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ChatRequests() {}

  static String body(String model, CompletionRequest request) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model);
    addMessages(body.putArray("messages"), request.prompt());
    body.put("temperature", request.sampling().temperature());
    body.put("top_p", request.sampling().topP());
    body.put("max_tokens", request.maxTokens());
    body.put("seed", seed(request.sampling().seed()));
    body.put("stream", false);
    if (!request.prompt().stop().isEmpty()) {
      request.prompt().stop().forEach(body.putArray("stop")::add);
    }
    return body.toString();
  }

  private static void addMessages(ArrayNode messages, Prompt prompt) {
    for (Message message : prompt.messages()) {
      messages
          .addObject()
          .put("role", message.speaker().name().toLowerCase(Locale.ROOT))
          .put("content", message.text());
    }
  }

  /** Folded to 31 bits: some servers refuse more, some a sign, and llama.cpp reads -1 as "any". */
  static int seed(long seed) {
    return Long.hashCode(seed) & Integer.MAX_VALUE;
  }
}
