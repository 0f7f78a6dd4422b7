// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

/**
 * What a system has used.
 *
 * @param allocated bytes of heap, known at each collection
 */
public record SystemCost(ProcessorTimes processor, StoredBytes stored, double allocated) {

  static final SystemCost NONE = new SystemCost(ProcessorTimes.NONE, StoredBytes.NONE, 0);

  /** What was used in between. */
  public SystemCost since(SystemCost before) {
    return new SystemCost(
        processor.since(before.processor),
        stored.since(before.stored),
        allocated - before.allocated);
  }
}
