// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody has to remember, and nobody can guess. */
public final class GeneratedPassword {

  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private GeneratedPassword() {}

  /** A new one: letters and digits only, so that it needs no quoting anywhere. */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
