// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.Objects;

/**
 * Under what name a verdict is kept: what is learnt of one version of a verifier holds for no
 * other, and a verdict that its model gave only because nothing else was left to say is no more its
 * own than another version's.
 *
 * @param role model, prompt style, and temperature or protocol
 * @param forced whether the model gave no verdict of its own accord, and was made to
 */
public record VerifierVersion(String role, boolean forced) {

  /** What the name of a forced verdict's version ends in. */
  private static final String FORCED = "+forced";

  public VerifierVersion {
    role = Bounds.shortened(Objects.requireNonNull(role, "role"), Bounds.NAME - FORCED.length());
  }

  /** Reads the name that a verdict is kept under. */
  public static VerifierVersion parse(String name) {
    boolean forced = name.endsWith(FORCED);
    return new VerifierVersion(
        forced ? name.substring(0, name.length() - FORCED.length()) : name, forced);
  }

  /** The name. */
  @Override
  public String toString() {
    return forced ? role + FORCED : role;
  }
}
