// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.core;

/** How flawed solutions are revised. */
public enum RefineMode {
  /** Anew as a whole, with the critique in hand. */
  REWRITE,
  /**
   * Kept up to the first wrong step, and gone on with from another one in its place; as a whole
   * where there is nothing to keep.
   */
  BACKTRACK
}
