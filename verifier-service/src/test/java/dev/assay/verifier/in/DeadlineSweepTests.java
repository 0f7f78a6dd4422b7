// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.ProblemId;
import dev.assay.reasoning.answer.NumericEquality;
import dev.assay.verifier.core.Adjudicator;
import dev.assay.verifier.core.Ledger;
import dev.assay.verifier.core.selection.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;

class DeadlineSweepTests {

  private final CountDownLatch looked = new CountDownLatch(1);

  /** Often, because it once was a race: a thread that began too early took itself for stopped. */
  @RepeatedTest(300)
  void aStartedSweepLooksForOverdueProblems() throws InterruptedException {
    Adjudicator adjudicator =
        new Adjudicator(
            new EmptyLedger(), new Selection(new NumericEquality()), InstantSource.system());
    DeadlineSweep sweep = new DeadlineSweep(adjudicator, Duration.ofMillis(1), Duration.ofHours(2));

    sweep.start();

    assertThat(looked.await(5, TimeUnit.SECONDS)).isTrue();
    sweep.stop();
    assertThat(sweep.isRunning()).isFalse();
  }

  /** Knows of no problems. */
  private final class EmptyLedger implements Ledger {

    @Override
    public List<ProblemId> due(Instant now) {
      looked.countDown();
      return List.of();
    }

    @Override
    public void open(ProblemId id, Consumer<Page> work) {}

    @Override
    public void openIfDue(ProblemId id, Instant now, Consumer<Page> work) {}

    @Override
    public void forgetStrays(Instant firstSeenBefore) {}
  }
}
