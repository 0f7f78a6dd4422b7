// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * Tells what the container refuses by itself, a request line that it cannot read for example, in
 * the form of all other errors instead of as a page for browsers.
 */
public final class ProblemReportValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = status(request, response);
    if (!status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !canWrite(response)) {
      return;
    }
    try {
      write(ProblemDetails.of(status, FallbackErrors.detail(status), request), status, response);
    } catch (IOException e) {
      LOG.debug("the client left", e);
    }
  }

  /** What the container cannot do is not asked for by mistake of the server. */
  private static HttpStatus status(Request request, Response response) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == HttpStatus.NOT_IMPLEMENTED) {
      boolean method = "CONNECT".equals(request.getMethod());
      return method ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.BAD_REQUEST;
    }
    return status == null ? HttpStatus.OK : status;
  }

  private static boolean canWrite(Response response) {
    AtomicBoolean allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }

  private static void write(ProblemDetails problem, HttpStatusCode status, Response response)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    ProblemDetails.retry(status)
        .forEach((name, values) -> response.setHeader(name, values.getFirst()));
    var reporter = response.getReporter();
    if (reporter != null) {
      reporter.write(new String(problem.json(), StandardCharsets.UTF_8));
      response.finishResponse();
    }
  }
}
