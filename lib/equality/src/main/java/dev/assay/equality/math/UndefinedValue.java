// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

/** Says that a value is undefined, or not to be had within the bounds; costs no stack trace. */
final class UndefinedValue extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndefinedValue(String message) {
    super(message, null, false, false);
  }
}
