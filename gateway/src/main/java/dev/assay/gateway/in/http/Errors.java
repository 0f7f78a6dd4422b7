// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.gateway.core.Refusal;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.JacksonIOException;

/** The one place where failures become HTTP. */
@RestControllerAdvice
class Errors extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private static final String[] NONE = {};

  private final Predicate<Throwable> databaseIsAway;

  Errors(Predicate<Throwable> databaseIsAway) {
    this.databaseIsAway = databaseIsAway;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
    HttpStatus status = status(refusal.kind());
    HttpHeaders retry = new HttpHeaders();
    refusal
        .retryAfter()
        .ifPresent(after -> retry.set(HttpHeaders.RETRY_AFTER, String.valueOf(after.toSeconds())));
    ResponseEntity<Object> reply = reply(refusal, status, refusal.detail(), retry, request);
    if (reply != null
        && refusal.kind() == Refusal.Kind.STOPPING
        && request.getHeader("Idempotency-Key") == null) {
      // The problem has been taken, and without a key the same request would be another one.
      HttpHeaders headers = HttpHeaders.copyOf(reply.getHeaders());
      headers.set("x-should-retry", "false");
      return new ResponseEntity<>(reply.getBody(), headers, status);
    }
    return reply;
  }

  private static HttpStatus status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case OUT_OF_REACH -> HttpStatus.UNPROCESSABLE_CONTENT;
      case UNKNOWN -> HttpStatus.NOT_FOUND;
      case GONE -> HttpStatus.GONE;
      case CONFLICT -> HttpStatus.CONFLICT;
      case NO_ANSWER -> HttpStatus.BAD_GATEWAY;
      case TOO_LATE -> HttpStatus.GATEWAY_TIMEOUT;
      case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
      case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
      case STOPPING -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> failed(Exception failure, WebRequest request) {
    if (failure instanceof IOException || failure instanceof JacksonIOException) {
      LOG.debug("the client left", failure);
      return null;
    }
    if (databaseIsAway.test(failure)) {
      LOG.warn("the database is away: {}", ProblemDetails.shown(failure.toString()));
      String detail = "the database is away; nothing was taken, ask again";
      return reply(failure, HttpStatus.SERVICE_UNAVAILABLE, detail, request);
    }
    LOG.error("{} failed", request.getDescription(false), failure);
    String detail = "the gateway failed; its log says why";
    return reply(failure, HttpStatus.INTERNAL_SERVER_ERROR, detail, request);
  }

  private @Nullable ResponseEntity<Object> reply(
      Exception cause, HttpStatus status, String detail, WebRequest request) {
    return reply(cause, status, detail, new HttpHeaders(), request);
  }

  private @Nullable ResponseEntity<Object> reply(
      Exception cause, HttpStatus status, String detail, HttpHeaders headers, WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    return handleExceptionInternal(cause, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = UnreadableBody.detail(unreadable.getCause());
    return reply(unreadable, HttpStatus.BAD_REQUEST, detail, request);
  }

  /** What a caller does wrong is no news to the log, where the framework would put it. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
      HttpRequestMethodNotSupportedException unsupported,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String[] supported = Objects.requireNonNullElse(unsupported.getSupportedMethods(), NONE);
    String detail =
        ProblemDetails.shown(unsupported.getMethod())
            + ": not served here (expected: "
            + String.join(", ", supported)
            + ")";
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    return handleExceptionInternal(unsupported, problem, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem =
        body instanceof ProblemDetail known ? known : ProblemDetail.forStatus(status);
    String path = ((ServletWebRequest) request).getRequest().getRequestURI();
    HttpHeaders all = ProblemDetails.retry(status);
    // Who knows more of it than the status tells has said so.
    headers.forEach((name, values) -> all.put(name, values));
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(ProblemDetails.complete(problem, path).detail(), all, status);
  }
}
