// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.bench;

/** The data to measure with is not there, or is not what it should be. */
public final class BadDataException extends RuntimeException {

  BadDataException(String message) {
    super(message);
  }
}
