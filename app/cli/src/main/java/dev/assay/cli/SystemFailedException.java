// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

/** The embedded system did not start, or did not do its work. */
final class SystemFailedException extends RuntimeException {

  SystemFailedException(String message) {
    super(message);
  }

  SystemFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
