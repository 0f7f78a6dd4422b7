// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The gateway will not take the request, now or ever; the message is its own explanation. */
public final class RefusedException extends RuntimeException {

  private final int status;

  RefusedException(int status, String body) {
    super(explanation(status, body));
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  private static String explanation(int status, String body) {
    try {
      JsonNode problem = Json.mapper().readTree(body);
      String detail = problem.path("detail").asString("");
      String title = problem.path("title").asString("");
      if (!detail.isEmpty() || !title.isEmpty()) {
        return detail.isEmpty() ? title : detail;
      }
    } catch (JacksonException e) {
      // Not a problem detail: the status and the text have to do.
      return "HTTP " + status + ": " + body.strip();
    }
    return "HTTP " + status + ": " + body.strip();
  }
}
