// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.math;

/** Says that a text is no formula we understand; costs no stack trace, as most text is none. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message, null, false, false);
  }
}
