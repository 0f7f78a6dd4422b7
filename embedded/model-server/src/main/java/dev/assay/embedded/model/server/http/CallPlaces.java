// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import java.util.concurrent.Semaphore;

/**
 * How many calls are in the server at a time: what they hold in memory is bounded by that, before
 * any of it is read.
 */
public final class CallPlaces {

  private final int most;
  private final Semaphore free;

  public CallPlaces(int most) {
    this.most = most;
    this.free = new Semaphore(most);
  }

  /** Takes a place until it is closed, or refuses at once: a client knows best how to wait. */
  Place enter() {
    if (!free.tryAcquire()) {
      throw ApiFailure.busy(
          "%d calls are in the server (expected: at most that; ask again)".formatted(most));
    }
    return free::release;
  }

  public int taken() {
    return most - free.availablePermits();
  }

  /** One of the places. */
  @FunctionalInterface
  interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
