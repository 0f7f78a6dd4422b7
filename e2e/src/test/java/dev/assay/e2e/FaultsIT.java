// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.faults.FaultPlan;
import dev.assay.lab.faults.FaultResult;
import dev.assay.lab.faults.FaultRun;
import dev.assay.lab.faults.checks.Invariant;
import dev.assay.lab.faults.system.Programs;
import dev.assay.lab.faults.trouble.FaultKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault once, at moments that a seed has drawn, and every promise afterwards. It is the short
 * form of {@code ./assay bench faults}.
 */
class FaultsIT {

  private static final long SEED = Long.getLong("assay.faults.seed", 20261128);

  @TempDir private Path home;

  @Test
  void whateverIsDoneToItTheSystemKeepsWhatItPromises() throws Exception {
    FaultRun run = new FaultRun(FaultPlan.once(SEED), new Programs(Path.of("..")), _ -> {});

    FaultResult result = run.run(home);

    assertThat(result.faults()).extracting("kind").contains((Object[]) FaultKind.values());
    assertThat(result.invariants())
        .as("%s%n%s%n%s", result.faults(), result.invariants(), result.said())
        .allMatch(Invariant::holds);
  }
}
