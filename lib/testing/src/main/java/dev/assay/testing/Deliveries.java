// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.contracts.CallMemory;
import dev.assay.contracts.FurtherCallException;
import java.util.function.Supplier;

/**
 * Hands work over as a broker does, again and again until it is done: each time to somebody who
 * knows nothing but what the delivery before has kept.
 */
public final class Deliveries {

  private static final int ROOM = 262_144;

  private final int room;
  private int count;
  private String heard = "[]";

  public Deliveries() {
    this(ROOM);
  }

  /**
   * @param room the most bytes that a delivery can be told
   */
  public Deliveries(int room) {
    this.room = room;
  }

  /** What the work comes to in the end, or the failure that ends a delivery. */
  public <T> T toTheEnd(Supplier<T> work) {
    while (true) {
      try {
        return one(work);
      } catch (FurtherCallException e) {
        heard = e.heard();
      }
    }
  }

  private <T> T one(Supplier<T> work) {
    count++;
    return CallMemory.of(heard, room).during(work);
  }

  /** How many there were. */
  public int count() {
    return count;
  }

  /** What the last one was told. */
  public String heard() {
    return heard;
  }
}
