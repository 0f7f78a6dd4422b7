// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Whether a judgement names a step. On the wire one that does says nothing of it, as all did before
 * there were others; who does not know the others reads them as of the first step.
 */
final class Located {

  private Located() {}

  static @Nullable Boolean kept(@Nullable Boolean located) {
    return Boolean.FALSE.equals(located) ? false : null;
  }

  static OptionalInt step(int index, @Nullable Boolean located) {
    return located == null ? OptionalInt.of(index) : OptionalInt.empty();
  }
}
