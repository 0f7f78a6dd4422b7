// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the migration job is told by its environment.
 *
 * @param tries how often it asks a database that is not there yet, a second apart
 */
record JobSettings(
    String url, String user, String password, Map<Owner, String> passwords, int tries) {

  private static final int DEFAULT_TRIES = 60;

  /** A day, a second apart. */
  private static final int MOST_TRIES = 86_400;

  /**
   * Reads all of them, so that one run names all that is missing.
   *
   * @throws IllegalArgumentException if something is missing or is no number
   */
  static JobSettings of(Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    String url = need("ASSAY_DB_URL", environment, missing);
    String user = need("ASSAY_DB_ADMIN_USER", environment, missing);
    String password = need("ASSAY_DB_ADMIN_PASSWORD", environment, missing);
    Map<Owner, String> passwords = new EnumMap<>(Owner.class);
    for (Owner owner : Owner.values()) {
      passwords.put(owner, need("ASSAY_" + owner + "_DB_PASSWORD", environment, missing));
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "environment lacks "
              + String.join(", ", missing)
              + " (expected: each of them, or its file by the same name with _FILE)");
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "ASSAY_DB_URL: %s (expected: such as jdbc:postgresql://localhost:5432/assay)"
              .formatted(ConnectionTrouble.where(url)));
    }
    return new JobSettings(url, user, password, passwords, tries(environment));
  }

  private static String need(String name, Map<String, String> environment, List<String> missing) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      missing.add(name);
    }
    return value;
  }

  private static int tries(Map<String, String> environment) {
    String text = environment.getOrDefault("ASSAY_DB_TRIES", "").strip();
    if (text.isEmpty()) {
      return DEFAULT_TRIES;
    }
    try {
      int tries = Integer.parseInt(text);
      if (tries >= 1 && tries <= MOST_TRIES) {
        return tries;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too large.
    }
    throw new IllegalArgumentException(
        "ASSAY_DB_TRIES: " + text + " (expected: 1 to " + MOST_TRIES + ")");
  }
}
