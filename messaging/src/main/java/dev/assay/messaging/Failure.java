// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/**
 * Why a piece of work was given up.
 *
 * @param late whether it was never tried because the problem's deadline had passed
 * @param reason for people
 */
public record Failure(boolean late, String reason) {

  static Failure pastDeadline() {
    return new Failure(true, "the problem's deadline had passed");
  }

  static Failure of(RuntimeException cause) {
    String message = cause.getMessage();
    return new Failure(false, message == null ? cause.getClass().getSimpleName() : message);
  }
}
