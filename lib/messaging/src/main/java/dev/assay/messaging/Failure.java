// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/**
 * Why a piece of work was given up.
 *
 * @param late whether it was never tried because the problem's deadline had passed
 * @param unsendable whether it was done, and the broker will never take what came of it
 * @param reason for people
 */
public record Failure(boolean late, boolean unsendable, String reason) {

  public Failure(boolean late, String reason) {
    this(late, false, reason);
  }

  static Failure pastDeadline() {
    return new Failure(true, "the problem's deadline had passed");
  }

  static Failure overdue() {
    return new Failure(false, "it was still under way at the problem's deadline");
  }

  static Failure unsendable(UnsendableException cause) {
    return new Failure(false, true, cause.getMessage());
  }

  /** What to tell people of an exception. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
