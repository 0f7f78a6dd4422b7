// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.util.Locale;

/** A service that keeps state: it owns one schema, through one role, and sees no other. */
public enum Owner {
  GATEWAY,
  VERIFIER;

  /** Its schema, and its folder of SQL. */
  public String schema() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Who it logs in as. */
  public String role() {
    return "assay_" + schema();
  }
}
