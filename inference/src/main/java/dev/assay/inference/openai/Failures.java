// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.openai;

import dev.assay.inference.api.ModelException;
import dev.assay.inference.api.PermanentModelException;
import dev.assay.inference.api.TransientModelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that decides whether a call that failed may be asked again. Its messages name the
 * model and the address, carry what the server said, cut short, and never the key.
 */
final class Failures {

  /** A server that refuses a prompt may quote all of it. */
  private static final int LONGEST_DETAIL = 500;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final OpenAiSettings settings;

  Failures(OpenAiSettings settings) {
    this.settings = settings;
  }

  /** A reply whose status is not 2xx. */
  ModelException refused(int status, Optional<String> retryAfter, byte[] body) {
    return refused(status, retryAfter, detail(body));
  }

  /** An error that came in place of a completion, whatever the status of the reply. */
  ModelException refused(int status, Optional<String> retryAfter, String detail) {
    String wait = retryAfter.map(value -> " (Retry-After: " + cut(value) + ")").orElse("");
    String what = "HTTP " + status + wait + (detail.isBlank() ? "" : ": " + cut(detail));
    return mayPass(status) ? later(what, null) : never(what);
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** No answer: the server is away, slow, or hung up. */
  TransientModelException unreachable(String what, Throwable cause) {
    String detail = cause.getMessage() == null ? "" : ": " + cut(cause.getMessage());
    return later(what + " (" + cause.getClass().getSimpleName() + detail + ")", cause);
  }

  /** An answer without a completion, which a server under load is known to give now and then. */
  TransientModelException empty(String what) {
    return later(what, null);
  }

  /** An answer that the server withholds, and would withhold again. */
  PermanentModelException withheld(String what) {
    return never(cut(what));
  }

  private TransientModelException later(String what, @Nullable Throwable cause) {
    return new TransientModelException(about(what), cause);
  }

  private PermanentModelException never(String what) {
    return new PermanentModelException(about(what));
  }

  private String about(String what) {
    return "model " + settings.model() + " at " + settings.endpoint() + ": " + what;
  }

  private String cut(String text) {
    // Redacted first: half a key would not be found.
    String line = settings.redacted(text).strip();
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }

  /** The server's message, wherever it keeps it, or else the body as it is. */
  private static String detail(byte[] body) {
    try {
      return message(JSON.readTree(body)).orElseGet(() -> text(body));
    } catch (JacksonException _) {
      return text(body);
    }
  }

  static Optional<String> message(JsonNode reply) {
    return List.of(
            reply.path("error").path("message"), // OpenAI, vLLM, llama.cpp
            reply.path("error"), // Ollama
            reply.path("message"), // older vLLM
            reply.path("detail")) // FastAPI
        .stream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
