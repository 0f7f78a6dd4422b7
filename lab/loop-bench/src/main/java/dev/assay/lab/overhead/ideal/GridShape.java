// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.ideal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hard a problem is tried, without revisions: N attempts are N drafts, a critique each, and M
 * verdicts on each.
 *
 * @param attempts N
 * @param verifications M
 */
public record GridShape(int attempts, int verifications) {

  private static final int MOST = 64;
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[xX×](\\d{1,2})");

  public GridShape {
    if (attempts < 1 || attempts > MOST || verifications < 1 || verifications > MOST) {
      throw new IllegalArgumentException(
          "%dx%d (expected: 1x1 to %3$dx%3$d)".formatted(attempts, verifications, MOST));
    }
  }

  /**
   * Reads it as it is written, such as 4x4.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static GridShape parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          text + " (expected: attempts x verifications, such as 4x4)");
    }
    return new GridShape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Model calls of a problem. */
  public int calls() {
    return attempts * (2 + verifications);
  }

  @Override
  public String toString() {
    return attempts + "x" + verifications;
  }
}
