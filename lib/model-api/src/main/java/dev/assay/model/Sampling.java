// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

/**
 * How the next token is drawn.
 *
 * @param temperature divides the logits; 0 is greedy decoding
 * @param topP only the smallest set of tokens whose probability reaches this is kept, in (0, 1]
 * @param seed makes the draw repeatable: the same request with the same seed draws the same text,
 *     whatever else is in the batch, as far as the adapter can promise it
 */
public record Sampling(double temperature, double topP, long seed) {

  public Sampling {
    if (!(temperature >= 0 && temperature <= 10)) {
      throw new IllegalArgumentException("temperature: " + temperature + " (expected: 0 to 10)");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP: " + topP + " (expected: above 0, at most 1)");
    }
  }

  /** Always the likeliest token. */
  public static Sampling greedy() {
    return new Sampling(0, 1, 0);
  }
}
