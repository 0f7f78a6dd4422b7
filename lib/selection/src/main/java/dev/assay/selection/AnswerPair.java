// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

/**
 * Two attempts whose final answers are to be compared.
 *
 * @param one the number of the earlier one
 * @param other the number of the later one
 */
public record AnswerPair(int one, int other) {

  public AnswerPair {
    if (one < 0 || other <= one) {
      throw new IllegalArgumentException(
          "pair: %d, %d (expected: the earlier attempt first)".formatted(one, other));
    }
  }

  static AnswerPair of(int attempt, int another) {
    return new AnswerPair(Math.min(attempt, another), Math.max(attempt, another));
  }
}
