// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.tensorflow.checkpoint.UnknownTextException;
import dev.assay.text.PlainText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that brings an error, in the terms in which OpenAI's clients are told of it. */
final class ApiFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What is quoted of a client is cut: it may send anything at any length. */
  private static final int LONGEST = 500;

  private final HttpStatus status;
  private final @Nullable String param;
  private final @Nullable String code;

  private ApiFailure(
      HttpStatus status, @Nullable String param, @Nullable String code, String message) {
    super(PlainText.line(message, LONGEST));
    this.status = status;
    this.param = param;
    this.code = code;
  }

  /** A field that cannot be read. */
  static ApiFailure invalid(@Nullable String param, String message) {
    return new ApiFailure(HttpStatus.BAD_REQUEST, param, "invalid_value", message);
  }

  /** A field that can be read and would not be honoured. */
  static ApiFailure unsupported(String param, String message) {
    return new ApiFailure(HttpStatus.BAD_REQUEST, param, "unsupported_parameter", message);
  }

  static ApiFailure tooLarge(int most) {
    return new ApiFailure(
        HttpStatus.CONTENT_TOO_LARGE,
        null,
        "request_too_large",
        "body: larger than " + most + " bytes (expected: at most that)");
  }

  static ApiFailure unknownModel(String name, Iterable<String> served) {
    return new ApiFailure(
        HttpStatus.NOT_FOUND,
        "model",
        "model_not_found",
        "model: %s (expected: %s)".formatted(PlainText.line(name, 100), String.join(", ", served)));
  }

  /** May pass. */
  static ApiFailure busy(String message) {
    return new ApiFailure(HttpStatus.SERVICE_UNAVAILABLE, null, "overloaded", message);
  }

  /** What came of a call that a model has refused or failed. */
  static ApiFailure of(ModelException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "no reply");
    if (!(failure instanceof PermanentModelException)) {
      return busy(message);
    }
    // A request is read before a model is asked: it can find two things wrong, the words or how
    // many.
    String code =
        failure.getCause() instanceof UnknownTextException
            ? "unknown_text"
            : "context_length_exceeded";
    return new ApiFailure(HttpStatus.BAD_REQUEST, "messages", code, message);
  }

  /** What went wrong around a call. */
  static ApiFailure other(HttpStatus status, String message) {
    return new ApiFailure(status, null, null, message);
  }

  HttpStatus status() {
    return status;
  }

  @Nullable String param() {
    return param;
  }

  @Nullable String code() {
    return code;
  }
}
