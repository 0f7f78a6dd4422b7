// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Says of a path that nobody serves what it was, and which ones there are. */
public final class UnknownPath implements HttpRequestHandler {

  private static final Logger LOG = LoggerFactory.getLogger(UnknownPath.class);

  private final RequestMappingHandlerMapping known;

  public UnknownPath(RequestMappingHandlerMapping known) {
    this.known = known;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = ProblemDetails.shown(request.getRequestURI());
    LOG.debug("no such path: {}", path);
    String detail = path + ": no such path (there are: " + paths() + ")";
    ProblemDetails.of(HttpStatus.NOT_FOUND, detail, request).write(response);
  }

  private String paths() {
    return known.getHandlerMethods().keySet().stream()
        .flatMap(each -> each.getPatternValues().stream())
        .filter(each -> each.startsWith("/v"))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
