// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

/**
 * How much an engine takes on.
 *
 * @param slots calls that generate at the same time
 * @param waiting calls that may wait for a slot; one more is refused as overload
 * @param chunk tokens generated for each call before the host looks at them; admission and
 *     cancellation happen between chunks
 */
public record TensorFlowOptions(int slots, int waiting, int chunk) {

  public TensorFlowOptions {
    requireBetween("slots", slots, 1, 1024);
    requireBetween("waiting", waiting, 1, 1_000_000);
    requireBetween("chunk", chunk, 1, 32);
  }

  /** 64 slots, 1024 waiting, chunks of 16. */
  public static TensorFlowOptions defaults() {
    return new TensorFlowOptions(64, 1024, 16);
  }

  private static void requireBetween(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + " to " + most + ")");
    }
  }
}
