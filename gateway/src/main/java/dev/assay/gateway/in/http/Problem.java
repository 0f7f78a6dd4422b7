// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** What a caller is told instead of an answer, by RFC 9457. */
record Problem(ProblemDetail detail) {

  private static final String CHAT = "/v1/chat/";

  static Problem of(HttpStatusCode status, String detail, HttpServletRequest request) {
    return complete(ProblemDetail.forStatusAndDetail(status, detail), request);
  }

  /** Fills in what the others of this service also have. */
  static Problem complete(ProblemDetail problem, HttpServletRequest request) {
    HttpStatus status = HttpStatus.resolve(problem.getStatus());
    String name = status == null ? "error" : status.name();
    problem.setType(URI.create("urn:assay:problem:" + name.toLowerCase(Locale.ROOT)));
    if (request.getRequestURI().startsWith(CHAT)) {
      // Clients of the OpenAI API look for the message here.
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("message", problem.getDetail());
      error.put("type", problem.getStatus() < 500 ? "invalid_request_error" : "server_error");
      error.put("param", null);
      error.put("code", name.toLowerCase(Locale.ROOT));
      problem.setProperty("error", error);
    }
    problem.setInstance(instance(request));
    return new Problem(problem);
  }

  private static URI instance(HttpServletRequest request) {
    try {
      return URI.create(request.getRequestURI());
    } catch (IllegalArgumentException e) {
      return URI.create("/");
    }
  }

  /** For those who answer before, or after, the framework does. */
  void write(HttpServletResponse response) throws IOException {
    response.setStatus(detail.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(HttpJson.mapper().writeValueAsBytes(detail));
  }
}
