// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a policy that the caller sets; the gateway's defaults fill the rest. */
public record Effort(
    @Nullable Integer attempts,
    @Nullable Integer verifications,
    @Nullable Integer revisions,
    @Nullable String rule,
    @Nullable Duration deadline) {

  Map<String, Object> policy() {
    Map<String, Object> policy = new LinkedHashMap<>();
    put(policy, "attempts", attempts);
    put(policy, "verifications", verifications);
    put(policy, "revisions", revisions);
    put(policy, "rule", rule);
    put(policy, "deadline", deadline == null ? null : deadline.toString());
    return policy;
  }

  private static void put(Map<String, Object> policy, String name, @Nullable Object value) {
    if (value != null) {
      policy.put(name, value);
    }
  }
}
