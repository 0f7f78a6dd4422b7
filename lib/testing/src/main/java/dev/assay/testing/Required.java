// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine that it runs on. Where that is lacking the test is skipped with
 * the reason; unless {@code ASSAY_REQUIRE}, a comma-separated list, names it: then it fails, so
 * that a build that should have it cannot pass without.
 */
public final class Required {

  private Required() {}

  /**
   * Ends the test where something is lacking.
   *
   * @param name what {@code ASSAY_REQUIRE} calls it
   * @param lacking why it is not there
   */
  public static void orSkip(String name, boolean available, String lacking) {
    if (available) {
      return;
    }
    if (isNamed(name, System.getenv().getOrDefault("ASSAY_REQUIRE", ""))) {
      Assertions.fail(name + " is required by ASSAY_REQUIRE, and lacking: " + lacking);
    }
    Assumptions.abort("skipped without " + name + ": " + lacking);
  }

  /**
   * Ends the test unless {@code ASSAY_REQUIRE} names what it is about: for what a build should not
   * do to a machine unasked.
   *
   * @param why it is not done everywhere
   */
  public static void byName(String name, String why) {
    Assumptions.assumeTrue(
        isNamed(name, System.getenv().getOrDefault("ASSAY_REQUIRE", "")),
        "skipped unless ASSAY_REQUIRE names " + name + ": " + why);
  }

  static boolean isNamed(String name, String list) {
    return Arrays.stream(list.split(",")).map(String::strip).anyMatch(name::equals);
  }
}
