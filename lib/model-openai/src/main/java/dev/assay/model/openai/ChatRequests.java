// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.CompletionRequest;
import dev.assay.model.Message;
import dev.assay.model.Prompt;
import dev.assay.model.ServerCalls.Prefill;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the body of a chat completion: its messages are those of the prompt, and what it wants of
 * the reply is said in the server's way.
 */
final class ChatRequests {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** vLLM and hosted models refuse more. */
  private static final int MOST_LIKELIEST = 20;

  private final String model;
  private final Prefill prefill;
  private final Constraining constraining;
  private final RequestShape shape;

  ChatRequests(OpenAiSettings settings, Constraining constraining) {
    this.model = settings.model();
    this.prefill = Objects.requireNonNull(settings.calls().prefill());
    this.constraining = constraining;
    this.shape = RequestShape.of(settings.calls());
  }

  /**
   * @param stream whether the reply is to come piece by piece, with its bill behind it
   */
  String body(CompletionRequest request, boolean stream) {
    Prompt prompt = request.prompt();
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model);
    addMessages(body.putArray("messages"), prompt);
    Prefilling.giveTo(body, prompt.prefill(), prefill);
    body.put("temperature", request.sampling().temperature());
    body.put("top_p", request.sampling().topP());
    body.put("max_tokens", constraining.tokens(prompt.choices(), request.maxTokens()));
    body.put("seed", seed(request.sampling().seed()));
    body.put("stream", stream);
    if (stream) {
      body.putObject("stream_options").put("include_usage", true);
    }
    if (!prompt.stop().isEmpty() && !constraining.wraps(prompt.choices())) {
      StopStrings.sent(prompt.stop()).forEach(body.putArray("stop")::add);
    }
    constraining.giveTo(body, prompt.choices());
    if (request.topLogProbabilities() > 0) {
      body.put("logprobs", true);
      body.put("top_logprobs", Math.min(request.topLogProbabilities(), MOST_LIKELIEST));
    }
    shape.giveTo(body);
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
