// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

/** A server takes nothing at this time, and says so. */
final class BusyException extends IllegalStateException {

  private final long retryAfterMillis;

  /**
   * @param retryAfterMillis as it asked for; 0 where it did not
   */
  BusyException(String message, long retryAfterMillis) {
    super(message);
    this.retryAfterMillis = retryAfterMillis;
  }

  long retryAfterMillis() {
    return retryAfterMillis;
  }
}
