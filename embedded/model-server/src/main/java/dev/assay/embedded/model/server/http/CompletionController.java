// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.embedded.model.server.weights.ServedModels;
import dev.assay.service.http.CallerValve;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of OpenAI's API that there is. */
@RestController
class CompletionController {

  private final CallPlaces places;
  private final CompletionCalls calls;
  private final ServedModels models;

  CompletionController(CallPlaces places, CompletionCalls calls, ServedModels models) {
    this.places = places;
    this.calls = calls;
    this.models = models;
  }

  @PostMapping(
      value = "/v1/chat/completions",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  JsonNode complete(HttpServletRequest request) throws IOException {
    try (CallPlaces.Place _ = places.enter()) {
      return calls.complete(request.getInputStream(), CallerValve.gone(request));
    }
  }

  @GetMapping(value = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  JsonNode models() {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("object", "list");
    ArrayNode data = body.putArray("data");
    models
        .names()
        .forEach(
            name ->
                data.addObject()
                    .put("id", name)
                    .put("object", "model")
                    .put("created", 0)
                    .put("owned_by", "assay"));
    return body;
  }
}
