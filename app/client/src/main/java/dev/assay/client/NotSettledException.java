// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

/** What had to come by the deadline did not come, even with time to spare. */
public final class NotSettledException extends RuntimeException {

  NotSettledException(String message) {
    super(message);
  }
}
