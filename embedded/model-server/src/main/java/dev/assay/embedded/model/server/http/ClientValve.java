// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a call see whether its client's connection still stands, which the servlet API tells only to
 * who writes.
 */
public final class ClientValve extends ValveBase {

  private static final String GONE = ClientValve.class.getName();

  public ClientValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setAttribute(GONE, (BooleanSupplier) () -> ended(request.getCoyoteRequest(), response));
    getNext().invoke(request, response);
  }

  /**
   * Tries to read what comes after the request, without waiting; the end of the connection leaves
   * nothing behind. What was read together with the request is lost by that, so that the connection
   * serves no other.
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

  /** Where nothing can be seen of the connection, it stands. */
  static BooleanSupplier gone(HttpServletRequest request) {
    return request.getAttribute(GONE) instanceof BooleanSupplier gone ? gone : () -> false;
  }
}
