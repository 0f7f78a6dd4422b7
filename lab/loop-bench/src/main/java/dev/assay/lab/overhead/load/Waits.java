// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what was begun side by side. */
final class Waits {

  private Waits() {}

  /**
   * @throws IllegalStateException if one of them failed
   */
  static void forAll(List<? extends Future<?>> begun) {
    try {
      for (Future<?> each : begun) {
        var _ = each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getMessage()), e);
    }
  }
}
