// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

/** Implemented by failures that know what was paid before they happened. */
public interface Billed {

  Usage spent();
}
