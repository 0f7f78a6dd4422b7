// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.AssayClient;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.embedded.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, with the heap that its launcher gives it, before a model that is hostile. */
class HostileModelIT {

  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final PolicyOverrides SMALL = PolicyOverrides.grid(2, 1, 1, DEADLINE);
  private static final PolicyOverrides WIDE = PolicyOverrides.grid(64, 1, 0, DEADLINE);

  @TempDir private Path place;

  @Test
  void whateverTheModelSaysTheProgramLivesAndOtherProblemsSettle() throws Exception {
    try (HostileModel model = new HostileModel();
        Program program = Program.serve(place.resolve("data"), Ports.free(), settings(model))) {
      AssayClient client = new AssayClient(program.url());
      SettlementPolling settling = new SettlementPolling(client, DEADLINE);
      Map<String, String> hostile = new LinkedHashMap<>();
      for (String kind : HostileModel.kinds()) {
        hostile.put(kind, client.submit("Say " + kind + ", please.", SMALL, kind));
      }
      hostile.put("distinct boxes", client.submit("Say distinct boxes.", WIDE, "boxes"));
      String healthy =
          client.submit("What is 2 + 2?", PolicyOverrides.grid(2, 2, 0, DEADLINE), "healthy");

      Answer answer = settling.await(healthy, _ -> {}).settledAnswer();
      assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.VERIFIED);
      assertThat(answer.text()).isEqualTo("4");
      hostile.forEach(
          (kind, id) -> {
            Answer given = settling.await(id, _ -> {}).settledAnswer();
            assertThat(given.usage().calls()).as(kind).isPositive();
            assertThat(given.late()).as("%s: %s", kind, given.reason()).isFalse();
          });
      Answer boxes = settling.await(hostile.get("distinct boxes"), _ -> {}).settledAnswer();
      assertThat(boxes.status()).as(boxes.reason()).isNotEqualTo(Status.VERIFIED);
      assertThat(boxes.groups()).hasSize(64);

      program.stop(Duration.ofSeconds(30));
    }
  }

  private static Map<String, String> settings(HostileModel model) {
    return Map.of(
        "ASSAY_MODEL_URL",
        model.url(),
        "ASSAY_MODEL_NAME",
        "hostile",
        // As much as a solution may have, so that readers see all of it.
        "ASSAY_ROLE_MAXREPLYBYTES",
        "131072");
  }
}
