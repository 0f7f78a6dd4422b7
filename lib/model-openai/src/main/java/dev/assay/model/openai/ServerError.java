// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a server says of what went wrong, wherever it says it. What it leaves out is blank.
 *
 * @param code by its own list, such as {@code insufficient_quota}, or a status
 * @param type by another such list
 * @param param which field of the request it was
 * @param message in words
 */
record ServerError(String code, String type, String param, String message) {

  private static final int FIRST_ERROR = 400;
  private static final int LAST_ERROR = 599;

  /** The error that a body is, or else the body as its words. */
  static ServerError of(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    try {
      return of(ReplyJson.read(text.startsWith("data:") ? text.substring(5) : text).json())
          .orElse(inWords(text));
    } catch (JacksonException _) {
      return inWords(text);
    }
  }

  static ServerError inWords(String message) {
    return new ServerError("", "", "", message);
  }

  /** The error that stands in place of a completion. */
  static Optional<ServerError> of(JsonNode reply) {
    JsonNode one = reply.isArray() ? reply.path(0) : reply; // Google's is a list
    return in(one)
        .or(() -> detail(one.path("detail")))
        .or(() -> one.path("message").isString() ? Optional.of(read(one)) : Optional.empty());
  }

  /** The error that a completion carries. */
  static Optional<ServerError> in(JsonNode reply) {
    JsonNode error = reply.path("error");
    if (error.isString()) {
      return Optional.of(inWords(error.stringValue())); // vLLM's keys, Ollama
    }
    return error.isObject() ? Optional.of(read(error)) : Optional.empty();
  }

  private static ServerError read(JsonNode error) {
    return new ServerError(
        error.path("code").asString(""),
        error.path("type").asString(error.path("status").asString("")),
        error.path("param").asString(""),
        error.path("message").asString(error.path("detail").asString("")));
  }

  /** FastAPI's, in a text, or in a list of what is wrong with each field. */
  private static Optional<ServerError> detail(JsonNode detail) {
    if (detail.isString()) {
      return Optional.of(inWords(detail.stringValue()));
    }
    if (detail.isObject()) {
      return Optional.of(read(detail));
    }
    return detail.isArray() && !detail.isEmpty()
        ? Optional.of(new ServerError("", "", place(detail.path(0)), words(detail)))
        : Optional.empty();
  }

  private static String words(JsonNode detail) {
    return detail
        .valueStream()
        .map(each -> (place(each) + ": " + each.path("msg").asString("")).strip())
        .collect(Collectors.joining("; "));
  }

  /** Where in the request, from {@code ["body", "temperature"]}. */
  private static String place(JsonNode wrong) {
    return wrong
        .path("loc")
        .valueStream()
        .map(each -> each.asString(""))
        .filter(each -> !each.equals("body"))
        .collect(Collectors.joining("."));
  }

  /** For people. */
  String detail() {
    return Stream.of(message, type, code).filter(each -> !each.isBlank()).findFirst().orElse("");
  }

  /**
   * Its status, where the reply's own says that all is well; 0 if it does not even say whose fault
   * it was.
   */
  int status() {
    int told = number();
    String fault = type.toLowerCase(Locale.ROOT).replace(" ", "");
    return told == 0 && (fault.contains("invalid_request") || fault.contains("badrequest"))
        ? FIRST_ERROR
        : told;
  }

  private int number() {
    try {
      int status = Integer.parseInt(code);
      return status >= FIRST_ERROR && status <= LAST_ERROR ? status : 0;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
