// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one place where failures become HTTP, in the shape of OpenAI's errors. */
@RestControllerAdvice
class ApiErrors {

  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  /** A batch ends within it. */
  private static final String SECONDS = "1";

  @ExceptionHandler
  @Nullable ResponseEntity<JsonNode> failed(Exception failure) {
    return switch (failure) {
      case ApiFailure told -> reply(told, new HttpHeaders());
      case ErrorResponse told -> reply(ofTheFramework(told), told.getHeaders());
      case IOException left -> gone(left);
      case JacksonIOException left -> gone(left);
      default -> {
        LOG.error("a request failed", failure);
        yield reply(
            ApiFailure.other(
                HttpStatus.INTERNAL_SERVER_ERROR, "the server failed; its log says why"),
            new HttpHeaders());
      }
    };
  }

  private static @Nullable ResponseEntity<JsonNode> gone(Exception left) {
    LOG.debug("the client left", left);
    return null;
  }

  private static ApiFailure ofTheFramework(ErrorResponse told) {
    HttpStatus known = HttpStatus.resolve(told.getStatusCode().value());
    HttpStatus status = Objects.requireNonNullElse(known, HttpStatus.BAD_REQUEST);
    String detail = told.getBody().getDetail();
    return ApiFailure.other(
        status,
        Objects.requireNonNullElse(detail, status.getReasonPhrase())
            + " (expected: POST /v1/chat/completions with JSON, or GET /v1/models)");
  }

  private static ResponseEntity<JsonNode> reply(ApiFailure failure, HttpHeaders told) {
    HttpHeaders headers = HttpHeaders.copyOf(told);
    headers.setContentType(MediaType.APPLICATION_JSON);
    if (failure.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, SECONDS);
    }
    return new ResponseEntity<>(body(failure), headers, failure.status());
  }

  private static JsonNode body(ApiFailure failure) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.putObject("error")
        .put("message", failure.getMessage())
        .put("type", failure.status().is5xxServerError() ? "server_error" : "invalid_request_error")
        .put("param", failure.param())
        .put("code", failure.code());
    return body;
  }
}
