// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.util.Arrays;

/** The printable stand-ins for bytes in byte-level vocabularies, as GPT-2 laid them down. */
final class ByteAlphabet {

  private static final int[] BYTE_OF = new int[512];

  static {
    Arrays.fill(BYTE_OF, -1);
    int next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
      BYTE_OF[printable ? value : next++] = value;
    }
  }

  private ByteAlphabet() {}

  /** The byte that a character stands for, or -1. */
  static int byteOf(char c) {
    return c < BYTE_OF.length ? BYTE_OF[c] : -1;
  }
}
