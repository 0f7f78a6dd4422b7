// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.Bounds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** What a caller is told instead of an answer, by RFC 9457. */
record ProblemDetails(ProblemDetail detail) {

  /** Clients of the OpenAI API ask anywhere below it but there. */
  private static final String API = "/v1/";

  private static final String OWN_API = "/v1/problems";

  private static final int LONGEST_DETAIL = 2_000;
  private static final int LONGEST_PATH = 200;

  /** What passes by itself, with the seconds after which to ask again. */
  private static final Map<Integer, String> TRANSIENT = Map.of(429, "1", 503, "1", 507, "60");

  static ProblemDetails of(HttpStatusCode status, String detail, HttpServletRequest request) {
    return complete(ProblemDetail.forStatusAndDetail(status, detail), request.getRequestURI());
  }

  /** Fills in what the others of this service also have. */
  static ProblemDetails complete(ProblemDetail problem, @Nullable String path) {
    HttpStatus status = HttpStatus.resolve(problem.getStatus());
    String name = (status == null ? "error" : status.name()).toLowerCase(Locale.ROOT);
    problem.setType(URI.create("urn:assay:problem:" + name));
    if (problem.getDetail() != null) {
      problem.setDetail(Bounds.shortened(problem.getDetail(), LONGEST_DETAIL));
    }
    if (path != null && path.startsWith(API) && !path.startsWith(OWN_API)) {
      problem.setProperty("error", error(problem, name));
    }
    problem.setInstance(instance(path));
    return new ProblemDetails(problem);
  }

  /** Where clients of the OpenAI API look for the message. */
  private static Map<String, Object> error(ProblemDetail problem, String code) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", problem.getDetail());
    error.put("type", errorType(problem.getStatus()));
    error.put("param", null);
    error.put("code", code);
    return error;
  }

  private static String errorType(int status) {
    if (status == HttpStatus.TOO_MANY_REQUESTS.value()) {
      return "rate_limit_error";
    }
    return status < 500 ? "invalid_request_error" : "server_error";
  }

  private static URI instance(@Nullable String path) {
    try {
      return URI.create(path == null || path.length() > LONGEST_PATH ? "/" : path);
    } catch (IllegalArgumentException e) {
      return URI.create("/");
    }
  }

  /** What a caller wrote, fit to be repeated to people. */
  static String shown(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() <= LONGEST_PATH ? clean : clean.substring(0, LONGEST_PATH) + "…";
  }

  /**
   * Tells clients whether to ask again. Many do so by themselves after any error of a server, and
   * here that would buy the same failure once more.
   */
  static HttpHeaders retry(HttpStatusCode status) {
    HttpHeaders headers = new HttpHeaders();
    @Nullable String after = TRANSIENT.get(status.value());
    if (after == null) {
      headers.set("x-should-retry", "false");
    } else {
      headers.set(HttpHeaders.RETRY_AFTER, after);
    }
    return headers;
  }

  /** For those who answer before, or after, the framework does. */
  void write(HttpServletResponse response) throws IOException {
    response.setStatus(detail.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    retry(HttpStatusCode.valueOf(detail.getStatus()))
        .forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.getOutputStream().write(json());
  }

  byte[] json() {
    return HttpJson.mapper().writeValueAsBytes(detail);
  }
}
