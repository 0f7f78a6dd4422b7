// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

/**
 * The few sizes that batches and caches come in, so that little is computed for nobody and the
 * kernels that the native library builds for each shape stay few.
 */
final class Buckets {

  private static final int LENGTH = 32;

  private Buckets() {}

  /** 1, 2, 4, 8, ... */
  static int rows(int wanted) {
    return wanted <= 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
  }

  /** A multiple of 32. */
  static int length(int wanted) {
    return (wanted + LENGTH - 1) / LENGTH * LENGTH;
  }
}
