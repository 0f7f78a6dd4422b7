// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong before a request reached the framework is told in the same form. */
@Hidden
@RestController
class FallbackErrors implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    HttpStatus status = known == null ? HttpStatus.NOT_FOUND : known;
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, detail(status));
    return ResponseEntity.status(status)
        .headers(ProblemDetails.retry(status))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetails.complete(detail, path instanceof String text ? text : null).detail());
  }

  /** The container says what was wrong to its log only; this is all that it can have been. */
  static String detail(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST ->
          "the request line, a header or the body cannot be read (expected: HTTP/1.1, at most 16 KB"
              + " of line and headers, a path without encoded slashes, backslashes and control"
              + " characters, and a body as long as its header says)";
      case METHOD_NOT_ALLOWED -> "the method is not served (expected: one that Allow names)";
      case NOT_FOUND -> "there is no such path (GET /v3/api-docs lists what there is)";
      case HTTP_VERSION_NOT_SUPPORTED -> "the version is not served (expected: HTTP/1.1)";
      default ->
          status.is5xxServerError() && status != HttpStatus.NOT_IMPLEMENTED
              ? "the gateway failed; its log says why"
              : "the request cannot be served: " + status.getReasonPhrase();
    };
  }
}
