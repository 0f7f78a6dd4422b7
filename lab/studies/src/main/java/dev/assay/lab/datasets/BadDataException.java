// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.datasets;

/** The data to measure on is missing, or is not what it should be; the message says what to do. */
public final class BadDataException extends RuntimeException {

  public BadDataException(String message) {
    super(message);
  }
}
