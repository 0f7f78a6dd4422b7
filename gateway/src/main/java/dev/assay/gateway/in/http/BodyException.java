// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A body that is not to be worked on, and what its sender is told. */
final class BodyException extends IOException {

  private final HttpStatus status;
  private final String detail;

  BodyException(HttpStatus status, String detail) {
    super(detail);
    this.status = status;
    this.detail = detail;
  }

  HttpStatus status() {
    return status;
  }

  String detail() {
    return detail;
  }
}
