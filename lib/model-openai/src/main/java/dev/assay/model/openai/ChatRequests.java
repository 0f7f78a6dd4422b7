// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.CompletionRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the body of a chat completion: the prompt is its single user message. */
final class ChatRequests {

  /** The most alternatives per token that OpenAI, and vLLM by default, will list. */
  private static final int MOST_ALTERNATIVES = 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  private ChatRequests() {}

  static String body(String model, CompletionRequest request) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model);
    body.putArray("messages").addObject().put("role", "user").put("content", request.prompt());
    body.put("temperature", request.sampling().temperature());
    body.put("top_p", request.sampling().topP());
    body.put("max_tokens", request.maxTokens());
    body.put("seed", seed(request.sampling().seed()));
    body.put("stream", false);
    if (!request.stop().isEmpty()) {
      request.stop().forEach(body.putArray("stop")::add);
    }
    if (!request.namedTokens().isEmpty()) {
      body.put("logprobs", true);
      body.put("top_logprobs", MOST_ALTERNATIVES);
    }
    return body.toString();
  }

  /** Folded to 31 bits: some servers refuse more, some a sign, and llama.cpp reads -1 as "any". */
  static int seed(long seed) {
    return Long.hashCode(seed) & Integer.MAX_VALUE;
  }
}
