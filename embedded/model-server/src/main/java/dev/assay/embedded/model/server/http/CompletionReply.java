// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a model's reply as a chat completion. */
final class CompletionReply {

  private CompletionReply() {}

  static JsonNode of(String model, Reply reply, Instant now) {
    ObjectNode body =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", "chatcmpl-" + UUID.randomUUID())
            .put("object", "chat.completion")
            .put("created", now.getEpochSecond())
            .put("model", model);
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", reply.text())
        .putNull("refusal");
    choice
        .putNull("logprobs")
        .put("finish_reason", reply.finish() == Finish.STOP ? "stop" : "length");
    body.putObject("usage")
        .put("prompt_tokens", reply.promptTokens())
        .put("completion_tokens", reply.completionTokens())
        .put("total_tokens", reply.promptTokens() + reply.completionTokens());
    return body;
  }
}
