// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import java.util.ArrayList;
import java.util.List;

/** The variables that a value of a configuration file refers to, those within others included. */
final class Placeholders {

  /**
   * One of them.
   *
   * @param fallback what stands behind its colon; empty where nothing does
   * @param whole whether the value is nothing else
   */
  record Placeholder(String variable, String fallback, boolean whole) {}

  private static final String OPENING = "${";

  private Placeholders() {}

  static List<Placeholder> of(String value) {
    List<Placeholder> found = new ArrayList<>();
    for (int start = value.indexOf(OPENING); start >= 0; ) {
      int end = closing(value, start + OPENING.length());
      String inside = value.substring(start + OPENING.length(), end);
      int colon = inside.indexOf(':');
      String fallback = colon < 0 ? "" : inside.substring(colon + 1);
      boolean whole = start == 0 && end == value.length() - 1;
      found.add(new Placeholder(colon < 0 ? inside : inside.substring(0, colon), fallback, whole));
      found.addAll(of(fallback));
      start = value.indexOf(OPENING, end);
    }
    return found;
  }

  private static int closing(String value, int from) {
    int depth = 1;
    for (int i = from; i < value.length(); i++) {
      if (value.startsWith(OPENING, i)) {
        depth++;
      } else if (value.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no end of a placeholder: " + value);
  }
}
