// SPDX-License-Identifier: Apache-2.0
package dev.assay.service.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets those who work on a request see whether its connection still stands. The servlet API tells
 * that only to who writes, and a caller who waits for one reply is not written to.
 */
public final class CallerValve extends ValveBase {

  private static final String GONE = CallerValve.class.getName();

  public CallerValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setAttribute(GONE, (BooleanSupplier) () -> ended(request.getCoyoteRequest(), response));
    getNext().invoke(request, response);
  }

  /**
   * Tries to read what comes after the request, without waiting. A next request stays in the buffer
   * and is there to be seen; the end of the connection leaves nothing behind. What had been read
   * together with the request's body is lost by that, so that the connection serves no other.
   */
  private static boolean ended(org.apache.coyote.Request connection, Response response) {
    response.setHeader("Connection", "close");
    return available(connection, false) == 0
        && available(connection, true) > 0
        && available(connection, false) == 0;
  }

  private static int available(org.apache.coyote.Request connection, boolean read) {
    connection.action(ActionCode.AVAILABLE, read);
    return connection.getAvailable();
  }

  /**
   * Whether whoever sent the request has left; where nothing can be seen of the connection, it
   * stands.
   */
  public static BooleanSupplier gone(HttpServletRequest request) {
    return request.getAttribute(GONE) instanceof BooleanSupplier gone ? gone : () -> false;
  }
}
