// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A process is given so many replies, and its further calls wait until they are released. */
public final class Hold {

  private final AtomicInteger left;
  private final CompletableFuture<Void> released = new CompletableFuture<>();

  Hold(int replies) {
    left = new AtomicInteger(replies);
  }

  /** Returns at once for the first calls, and for the others when they are released. */
  void pass() {
    if (left.getAndDecrement() <= 0) {
      released.join();
    }
  }

  /** Answers what is held, and holds nothing any more. */
  public void release() {
    released.complete(null);
  }
}
