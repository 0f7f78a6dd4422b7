// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.Stopping;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a policy that the caller sets; the gateway's defaults fill the rest. */
public record PolicyRequest(
    @Nullable Integer attempts,
    @Nullable Integer verifications,
    @Nullable Integer revisions,
    @Nullable String rule,
    @Nullable Duration deadline,
    @Nullable String stopping,
    @Nullable Double maxErrorRate) {

  /** What the server's own policy says. */
  public static PolicyRequest usual() {
    return new PolicyRequest(null, null, null, null, null, null, null);
  }

  /** All of N and M. */
  public static PolicyRequest grid(
      int attempts, int verifications, int revisions, @Nullable Duration deadline) {
    return of(attempts, verifications, revisions, deadline, Stopping.FIXED);
  }

  /** Of N and M what can change the decision. */
  public static PolicyRequest adaptive(
      int attempts, int verifications, int revisions, @Nullable Duration deadline) {
    return of(attempts, verifications, revisions, deadline, Stopping.ADAPTIVE);
  }

  private static PolicyRequest of(
      int attempts,
      int verifications,
      int revisions,
      @Nullable Duration deadline,
      Stopping stopping) {
    return new PolicyRequest(
        attempts, verifications, revisions, null, deadline, stopping.toString(), null);
  }

  Map<String, Object> policy() {
    Map<String, Object> policy = new LinkedHashMap<>();
    put(policy, "attempts", attempts);
    put(policy, "verifications", verifications);
    put(policy, "revisions", revisions);
    put(policy, "rule", rule);
    put(policy, "deadline", deadline == null ? null : deadline.toString());
    put(policy, "stopping", stopping);
    put(policy, "max_error_rate", maxErrorRate);
    return policy;
  }

  private static void put(Map<String, Object> policy, String name, @Nullable Object value) {
    if (value != null) {
      policy.put(name, value);
    }
  }
}
