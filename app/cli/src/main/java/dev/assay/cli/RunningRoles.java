// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.AssayClient;
import dev.assay.standalone.ModelRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The services that run, wherever they can be reached: in one process with the gateway, or each at
 * its usual port of this machine.
 *
 * @param gateway of the system that is meant, or null
 * @param why none is meant; empty if one is
 */
record RunningRoles(@Nullable URI gateway, String why) {

  private static final Map<ModelRole, Integer> PORTS =
      new EnumMap<>(
          Map.of(
              ModelRole.GENERATOR, 8081,
              ModelRole.CRITIC, 8082,
              ModelRole.REFINE, 8083,
              ModelRole.VERIFIER, 8084));

  static RunningRoles of(ServerOptions wanted) {
    try {
      return Hosts.of(wanted, StatusLine.onStandardError())
          .running()
          .map(host -> new RunningRoles(host.url(), ""))
          .orElse(new RunningRoles(null, "no system runs here: nothing is measured"));
    } catch (UsageException e) {
      return new RunningRoles(null, String.valueOf(e.getMessage()));
    }
  }

  /** What was counted of a role; null if nothing. */
  @Nullable MeasuredRole measured(ModelRole role) {
    List<URI> places = new ArrayList<>();
    if (gateway != null) {
      places.add(gateway);
      places.add(URI.create("http://127.0.0.1:" + PORTS.get(role)));
    }
    return places.stream()
        .map(each -> MeasuredRole.of(new AssayClient(each), role))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whose numbers these are. */
  String where() {
    return gateway == null ? why : "measured by the system at " + gateway;
  }
}
