// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Policies as rows have them. Callers who say nothing all get the same one, which is dear to read:
 * the texts that were read last are read once. Safe for threads.
 */
final class PolicyTexts {

  /** Of some 500 characters each; nobody can make one long. */
  private static final int MOST = 64;

  private static final LinkedHashMap<String, Policy> LATEST = new LinkedHashMap<>(16, 0.75f, true);

  private PolicyTexts() {}

  static Policy read(String json) {
    Policy known = find(json);
    return known == null ? keep(json, Json.mapper().readValue(json, Policy.class)) : known;
  }

  private static @Nullable Policy find(String json) {
    synchronized (LATEST) {
      return LATEST.get(json);
    }
  }

  private static Policy keep(String json, Policy policy) {
    synchronized (LATEST) {
      LATEST.put(json, policy);
      if (LATEST.size() > MOST) {
        LATEST.pollFirstEntry();
      }
      return policy;
    }
  }
}
