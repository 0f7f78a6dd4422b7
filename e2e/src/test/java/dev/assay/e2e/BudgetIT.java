// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.client.AssayClient;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.PolicyOverrides.Limits;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Warning;
import dev.assay.embedded.servers.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model on a server sells to problems that have a budget. */
class BudgetIT {

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final int[] CALLS = {1, 2, 3, 5, 8, 13, 21};

  @TempDir private Path place;

  @Test
  void noMoreCallsAreBoughtThanTheBudgetHas() throws Exception {
    try (CountingModel model = new CountingModel();
        Program program =
            Program.serve(
                place.resolve("data"),
                Ports.free(),
                Map.of("ASSAY_MODEL_URL", model.url(), "ASSAY_MODEL_NAME", CountingModel.NAME))) {
      AssayClient client = new AssayClient(program.url());
      SettlementPolling settling = new SettlementPolling(client, DEADLINE);
      int allowed = 0;
      for (Stopping stopping : Stopping.values()) {
        for (int calls : CALLS) {
          int before = model.asked();
          String id =
              client.submit("What is 2 + 2?", policy(stopping, calls), stopping + "" + calls);

          Answer answer = settling.await(id, _ -> {}).settledAnswer();

          allowed += calls;
          assertThat(answer.usage().calls()).as(answer.reason()).isBetween(1, calls);
          // Where the work stops early, a call of one problem may still run beside the next.
          assertThat(model.asked()).as(answer.reason()).isLessThanOrEqualTo(allowed);
          assertThat(answer.late()).isFalse();
          assertThat(answer.status()).as(answer.reason()).isNotEqualTo(Status.FAILED);
          if (stopping == Stopping.FIXED) {
            assertThat(answer.usage().calls()).isEqualTo(model.asked() - before);
            assertThat(answer.warnings()).extracting(Warning::code).contains("budget_exhausted");
          }
        }
      }
      program.stop(Duration.ofSeconds(30));
    }
  }

  private static PolicyOverrides policy(Stopping stopping, int calls) {
    return PolicyOverrides.grid(8, 4, 1, DEADLINE)
        .withStopping(stopping)
        .withBudget(new Limits(calls, null, null));
  }
}
