// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.math;

/** Says that a value is undefined, or not to be had within the bounds; costs no stack trace. */
final class Undefined extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Undefined(String message) {
    super(message, null, false, false);
  }
}
