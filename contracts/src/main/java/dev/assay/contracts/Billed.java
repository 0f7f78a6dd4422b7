// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/** Implemented by failures that know what was paid before they happened. */
public interface Billed {

  /** Never null; {@link Usage#NONE} if nothing was paid. */
  Usage spent();
}
