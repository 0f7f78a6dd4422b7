// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Migrates the database of a deployment, before its services start. */
public final class MigrationJob {

  private final Map<String, String> environment;
  private final List<String> missing = new ArrayList<>();

  private MigrationJob(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Takes what it needs from the environment: {@code ASSAY_DB_URL}, {@code ASSAY_DB_ADMIN_USER},
   * {@code ASSAY_DB_ADMIN_PASSWORD}, and {@code ASSAY_<OWNER>_DB_PASSWORD} of each owner.
   */
  public static void main(String[] arguments) {
    run(System.getenv());
  }

  static Map<Owner, Integer> run(Map<String, String> environment) {
    return new MigrationJob(environment).run();
  }

  private Map<Owner, Integer> run() {
    String url = need("ASSAY_DB_URL");
    String user = need("ASSAY_DB_ADMIN_USER");
    String password = need("ASSAY_DB_ADMIN_PASSWORD");
    Map<Owner, String> passwords = new EnumMap<>(Owner.class);
    for (Owner owner : Owner.values()) {
      passwords.put(owner, need("ASSAY_" + owner + "_DB_PASSWORD"));
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("environment lacks " + String.join(", ", missing));
    }
    return Migrations.migrate(url, user, password, passwords);
  }

  private String need(String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      missing.add(name);
    }
    return value;
  }
}
