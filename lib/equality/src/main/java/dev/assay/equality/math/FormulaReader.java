// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.math;

/** The parts of a formula, as those who read smaller parts need them in turn. */
interface FormulaReader {

  /** An expression between brackets that are already open. */
  Expression until(String close);

  /** What stands above, after the sign of a power. */
  Expression exponent();

  /** An atom with what stands behind and above it. */
  Expression power();

  /** An atom where 2 1/2 is no mixed number. */
  Expression plain();

  /** Whether a factor without a sign of multiplication begins with that token. */
  boolean starts(FormulaToken token);
}
