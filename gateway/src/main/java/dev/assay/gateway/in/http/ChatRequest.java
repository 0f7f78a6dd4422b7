// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * @param assay what this API has no field for
 * @param metadata accepted, as is user
 * @param others everything else that the caller sent
 */
record ChatRequest(
    @Nullable String model,
    @Nullable List<Message> messages,
    @Nullable Boolean stream,
    @Nullable Integer n,
    @Nullable Extension assay,
    @Nullable String user,
    @Nullable Map<String, String> metadata,
    @JsonAnySetter @Hidden Map<String, JsonNode> others) {

  ChatRequest {
    others = others == null ? Map.of() : Map.copyOf(others);
  }

  /**
   * What is asked of the loop, and not of a model.
   *
   * @param kind what kind of question it is, by a label of the caller's
   * @param policy the fields that are to differ from the default policy
   */
  record Extension(@Nullable String kind, @JsonUnwrapped PolicyOverrides policy) {}

  /**
   * A turn of the conversation.
   *
   * @param content a string, or an array of parts of type text
   */
  record Message(@Nullable String role, @Nullable JsonNode content, @Nullable String name) {}
}
