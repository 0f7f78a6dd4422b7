// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.ProblemEvent.Submitted;
import dev.assay.testing.ProblemFixture;
import dev.assay.verifier.core.Requests;
import dev.assay.verifier.in.DeadlineSweep;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that jumps ends a problem early or late, and never twice, nor otherwise than it did. */
class ClockJumpIT {

  private static final Instant SUBMITTED = ProblemFixture.problem().submittedAt();

  @TempDir private Path folder;
  private EvidenceDatabase database;

  @BeforeEach
  void submit() {
    database = new EvidenceDatabase(folder);
    database.take(SUBMITTED, List.of(new Submitted(ProblemFixture.problem())));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aClockThatStandsBeforeTheSubmissionSettlesNothing() {
    sweepAt(SUBMITTED.minus(Duration.ofDays(365)));

    assertThat(answers()).isEmpty();
  }

  @Test
  void aJumpForwardsSettlesOnceAndAJumpBackTakesNothingBack() {
    sweepAt(SUBMITTED.plus(Duration.ofDays(3650)));
    List<String> settled = answers();

    sweepAt(SUBMITTED);
    sweepAt(SUBMITTED.minus(Duration.ofDays(3650)));
    sweepAt(SUBMITTED.plus(Duration.ofDays(7300)));

    assertThat(settled).hasSize(1);
    assertThat(answers()).isEqualTo(settled);
  }

  private void sweepAt(Instant now) {
    var adjudicator =
        database.adjudicator(EvidenceDatabase.EQUALITY, Requests.verdicts(Integer.MAX_VALUE), now);
    Duration _ = new DeadlineSweep(adjudicator, Duration.ZERO, Duration.ofDays(36500)).sweep();
  }

  private List<String> answers() {
    return database
        .jdbc
        .sql("select answer::text from problem where state = 'settled'")
        .query(String.class)
        .list();
  }
}
