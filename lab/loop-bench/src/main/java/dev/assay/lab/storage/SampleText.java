// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import java.util.List;
import java.util.Random;

/**
 * Text of a stated length that packs about as well as what people and models write, so that what
 * compression is said to save is not the repetition of one line.
 */
final class SampleText {

  private static final List<String> STEMS =
      List.of(
          "sum",
          "prime",
          "angle",
          "circle",
          "factor",
          "since",
          "the",
          "of",
          "and",
          "we",
          "term",
          "bound",
          "integer",
          "divide",
          "triangle",
          "number",
          "therefore",
          "hence",
          "let",
          "where",
          "product",
          "square",
          "root",
          "even",
          "odd",
          "remainder",
          "sequence",
          "limit",
          "point",
          "line",
          "area",
          "length",
          "value",
          "equation",
          "solve",
          "check",
          "first",
          "second");

  private static final int LARGEST_NUMBER = 10_000;

  private SampleText() {}

  /** The same seed gives the same text. */
  static String of(int bytes, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(bytes);
    while (text.length() < bytes) {
      text.append(STEMS.get(random.nextInt(STEMS.size()))).append(' ');
      if (random.nextInt(4) == 0) {
        text.append(random.nextInt(LARGEST_NUMBER)).append(random.nextInt(5) == 0 ? ". " : " ");
      }
    }
    text.setLength(bytes);
    return text.toString().replaceAll(" $", ".");
  }
}
