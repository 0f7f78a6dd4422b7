// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

/** Says that a text is no formula we understand; costs no stack trace, as most text is none. */
final class UnreadableFormula extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableFormula(String message) {
    super(message, null, false, false);
  }
}
