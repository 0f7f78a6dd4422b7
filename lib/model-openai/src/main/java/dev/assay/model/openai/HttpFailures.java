// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.FailureKind;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.text.PlainText;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The one place that decides whether a call that failed may be made again. Its messages name the
 * model and the address, carry what the server said, cut short, and never the key.
 */
final class HttpFailures {

  /** A server that refuses a prompt may quote all of it. */
  private static final int LONGEST_DETAIL = 500;

  private final OpenAiSettings settings;
  private final ApiKey key;

  HttpFailures(OpenAiSettings settings, ApiKey key) {
    this.settings = settings;
    this.key = key;
  }

  /**
   * An answer that is an error.
   *
   * @param status of the reply, or the one that an error within a reply names, or 0
   * @param spent nothing, if it came in place of a reply
   */
  ModelException refused(
      int status, Optional<RetryAfter> retryAfter, ServerError error, Spent spent) {
    FailureKind told = Refusals.kind(status, error);
    Optional<String> form =
        told == FailureKind.OTHER
                || (told == FailureKind.FIELD && Remedies.refused(error).isEmpty())
            ? FormRemedies.of(settings.calls(), status, error)
            : Optional.empty();
    FailureKind kind = form.isPresent() ? FailureKind.FIELD : told;
    String wait = retryAfter.map(each -> " (Retry-After: " + cut(each.text()) + ")").orElse("");
    String detail = error.detail().isBlank() ? "" : ": " + cut(error.detail());
    String remedy =
        form.or(() -> Remedies.of(told, error)).map(each -> " (expected: " + each + ")").orElse("");
    String what = (status == 0 ? "an error in a reply" : "HTTP " + status) + wait + detail + remedy;
    return Refusals.mayPass(status, kind)
        ? later(what, spent, retryAfter.flatMap(RetryAfter::length), kind)
        : never(what, spent, kind);
  }

  /** No answer: the server is away, or hung up. */
  TransientModelException unreachable(String what, Throwable cause, Spent spent) {
    return later(what + " (" + described(cause) + ")", spent, FailureKind.UNAVAILABLE);
  }

  /** Nobody was asked, as too many were being asked. */
  TransientModelException crowded(String what) {
    return later(what, Spent.NOTHING, FailureKind.BUSY);
  }

  /**
   * Nobody was asked, as the server is left alone.
   *
   * @param last what the last failure said: it is the cause, and whoever meets this failure may
   *     have met no other
   */
  TransientModelException resting(Duration left, String last) {
    String cause = last.startsWith(about("")) ? last.substring(about("").length()) : last;
    return later(
        ("left alone for now, as it was away in %d calls in a row, the last time by: %s (expected:"
                + " a server that answers; it is asked again by itself)")
            .formatted(Rest.FAILURES, cut(cause)),
        Spent.NOTHING,
        Optional.of(left),
        FailureKind.UNAVAILABLE);
  }

  /** No answer, or no more of one, in the time there is. */
  TransientModelException silent(String what, Spent spent) {
    return later(what, spent, FailureKind.SILENT);
  }

  /** An answer whose connection ended in the middle. */
  TransientModelException brokenOff(String what, Throwable cause, Spent spent) {
    return brokenOff(what + " (" + described(cause) + ")", spent);
  }

  /** An answer that ended in the middle. */
  TransientModelException brokenOff(String what, Spent spent) {
    return later(cut(what), spent, FailureKind.BROKEN_OFF);
  }

  /** An answer that cannot be read, such as half of one: the next may be whole. */
  TransientModelException unreadable(Throwable cause, Spent spent) {
    return later("the reply is not JSON (" + described(cause) + ")", spent, FailureKind.UNREADABLE);
  }

  /** An answer without a completion, which a server under load is known to give now and then. */
  TransientModelException empty(String what, Spent spent) {
    return later(cut(what), spent, FailureKind.UNREADABLE);
  }

  /** An answer that would be the same again. */
  PermanentModelException useless(String what, Spent spent, FailureKind kind) {
    return never(cut(what), spent, kind);
  }

  /** An answer that is larger or more deeply nested than any that is worth its memory. */
  PermanentModelException excessive(String what, Spent spent) {
    return never(cut(what), spent, FailureKind.EXCESSIVE);
  }

  /** In words: the cause itself may quote the server at any length, and would be logged with it. */
  private String described(Throwable cause) {
    String said =
        cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
    String detail = said == null ? "" : ": " + cut(said);
    return cause.getClass().getSimpleName() + detail;
  }

  private TransientModelException later(String what, Spent spent, FailureKind kind) {
    return later(what, spent, Optional.empty(), kind);
  }

  private TransientModelException later(
      String what, Spent spent, Optional<Duration> retryAfter, FailureKind kind) {
    return new TransientModelException(about(what), null, spent, retryAfter, kind);
  }

  private PermanentModelException never(String what, Spent spent, FailureKind kind) {
    return new PermanentModelException(about(what), null, spent, kind);
  }

  private String about(String what) {
    return "model " + settings.model() + " at " + settings.endpoint() + ": " + what;
  }

  private String cut(String text) {
    // Redacted first: half a key would not be found.
    return PlainText.line(key.redacted(text).strip(), LONGEST_DETAIL);
  }
}
