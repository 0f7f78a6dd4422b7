// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that decides whether a call that failed may be asked again. Its messages name the
 * model and the address, carry what the server said, cut short, and never the key.
 */
final class HttpFailures {

  /** A server that refuses a prompt may quote all of it. */
  private static final int LONGEST_DETAIL = 500;

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final OpenAiSettings settings;

  HttpFailures(OpenAiSettings settings) {
    this.settings = settings;
  }

  /** A reply whose status is not 2xx, which costs nothing. */
  ModelException refused(int status, Optional<String> retryAfter, byte[] body) {
    return refused(status, retryAfter, detail(body));
  }

  /** An error that came in place of a completion, whatever the status of the reply. */
  ModelException refused(int status, Optional<String> retryAfter, String detail) {
    String wait = retryAfter.map(value -> " (Retry-After: " + cut(value) + ")").orElse("");
    String what = "HTTP " + status + wait + (detail.isBlank() ? "" : ": " + cut(detail));
    return mayPass(status)
        ? later(what, Spent.NOTHING, retryAfter.flatMap(HttpFailures::seconds))
        : never(what, Spent.NOTHING);
  }

  /** RFC 9110, 10.2.3; a date, which no server of models is known to send, is no wait. */
  private static Optional<Duration> seconds(String retryAfter) {
    return SECONDS.matcher(retryAfter).matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
        : Optional.empty();
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** No answer: the server is away, slow, or hung up. */
  TransientModelException unreachable(String what, Throwable cause, Spent spent) {
    return later(what + " (" + described(cause) + ")", spent);
  }

  /** An answer that cannot be read, such as half of one: the next may be whole. */
  TransientModelException unreadable(Throwable cause, Spent spent) {
    return later("the reply is not JSON (" + described(cause) + ")", spent);
  }

  /** An answer without a completion, which a server under load is known to give now and then. */
  TransientModelException empty(String what, Spent spent) {
    return later(cut(what), spent);
  }

  /** An answer that the server withholds, and would withhold again. */
  PermanentModelException withheld(String what, Spent spent) {
    return never(cut(what), spent);
  }

  /** An answer that is larger or more deeply nested than any that is worth its memory. */
  PermanentModelException excessive(String what, Spent spent) {
    return never(cut(what), spent);
  }

  /** In words: the cause itself may quote the server at any length, and would be logged with it. */
  private String described(Throwable cause) {
    String detail = cause.getMessage() == null ? "" : ": " + cut(cause.getMessage());
    return cause.getClass().getSimpleName() + detail;
  }

  private TransientModelException later(String what, Spent spent) {
    return later(what, spent, Optional.empty());
  }

  private TransientModelException later(String what, Spent spent, Optional<Duration> retryAfter) {
    return new TransientModelException(about(what), null, spent, retryAfter);
  }

  private PermanentModelException never(String what, Spent spent) {
    return new PermanentModelException(about(what), null, spent);
  }

  private String about(String what) {
    return "model " + settings.model() + " at " + settings.endpoint() + ": " + what;
  }

  private String cut(String text) {
    // Redacted first: half a key would not be found.
    return PlainText.line(settings.redacted(text).strip(), LONGEST_DETAIL);
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
