// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.assay.contracts.PolicyOverrides;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of the OpenAI chat API.
 *
 * @param model any name; it is repeated in the reply
 * @param messages one user message, which is the question
 * @param stream only false
 * @param n only 1
 * @param assay the fields of the policy that are to differ from the default
 * @param metadata accepted, as is user
 * @param others everything else that the caller sent
 */
record ChatRequest(
    @Nullable String model,
    @Nullable List<Message> messages,
    @Nullable Boolean stream,
    @Nullable Integer n,
    @Nullable PolicyOverrides assay,
    @Nullable String user,
    @Nullable Map<String, String> metadata,
    @JsonAnySetter @Hidden Map<String, JsonNode> others) {

  ChatRequest {
    others = others == null ? Map.of() : Map.copyOf(others);
  }

  /**
   * A turn of the conversation.
   *
   * @param content a string, or an array of parts of type text
   */
  record Message(@Nullable String role, @Nullable JsonNode content, @Nullable String name) {}
}
