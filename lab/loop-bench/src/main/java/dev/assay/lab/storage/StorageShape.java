// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import dev.assay.contracts.PolicyOverrides;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much work a problem is, and how long its question.
 *
 * @param attempts N
 * @param verifications M
 * @param question bytes of the question
 */
public record StorageShape(int attempts, int verifications, int question) {

  private static final Pattern GRID = Pattern.compile("([0-9]{1,2})x([0-9]{1,2})");

  /**
   * @param grid such as {@code 8x4}
   * @throws IllegalArgumentException if it is none
   */
  public static StorageShape of(String grid, int question) {
    Matcher matcher = GRID.matcher(grid);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          grid + " (expected: attempts and verifications, such as 8x4)");
    }
    return new StorageShape(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), question);
  }

  /** All of N and M is asked for, so that the records of two builds are as many. */
  PolicyOverrides effort(Duration deadline) {
    return PolicyOverrides.grid(attempts, verifications, 1, deadline);
  }

  /** As people write it. */
  public String grid() {
    return attempts + "x" + verifications;
  }
}
