// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import java.util.BitSet;

/** Finds what stands outside of all brackets. */
final class Brackets {

  private Brackets() {}

  /** How many brackets are open at once. */
  static int depth(String text) {
    int depth = 0;
    int most = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += step(text.charAt(i));
      most = Math.max(most, depth);
    }
    return most;
  }

  /** Where the bracket that opens there is closed, by a bracket of any shape; -1 if it is not. */
  static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += step(text.charAt(i));
      if (depth <= 0) {
        return depth == 0 && i > open ? i : -1;
      }
    }
    return -1;
  }

  /** Whether one pair of brackets encloses the text; only round and square ones make a pair. */
  static boolean enclose(String text) {
    boolean brackets =
        text.length() > 1 && step(text.charAt(0)) > 0 && close(text, 0) == text.length() - 1;
    return brackets && text.startsWith("{") == text.endsWith("}");
  }

  /** The places outside of all brackets. */
  static BitSet outside(String text) {
    BitSet places = new BitSet(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += step(text.charAt(i));
      places.set(i, depth == 0);
    }
    return places;
  }

  private static int step(char each) {
    return switch (each) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }
}
