// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.CallFailure;
import dev.assay.contracts.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TryResultTests {

  private static final Usage CALL = new Usage(1, 2, 3, 4);
  private static final Optional<Duration> WAIT = Optional.of(Duration.ofSeconds(7));

  @Test
  void whatFollowsIsDone() {
    AttemptEvent.Requested event = EventFixture.attempt(EventFixture.problem(), 0);

    assertThat(TryResult.of(() -> List.of(event))).isEqualTo(new TryResult.Done(event));
  }

  @Test
  void aFailureThatMayPassIsReportedWithItsBillAndItsWait() {
    assertThat(failing(new Reported("busy", true)))
        .isEqualTo(new TryResult.RetryAfter(WAIT, "busy", CALL));
  }

  @Test
  void aFailureThatStaysIsReportedWithItsBill() {
    assertThat(failing(new Reported("no such model", false)))
        .isEqualTo(new TryResult.GiveUp("no such model", CALL));
  }

  @Test
  void aFailureThatReportsNothingIsNotWrapped() {
    IllegalStateException bug = new IllegalStateException("a bug");

    assertThatThrownBy(() -> failing(bug)).isSameAs(bug);
  }

  private static TryResult failing(RuntimeException failure) {
    return TryResult.of(
        () -> {
          throw failure;
        });
  }

  /** As a role reports what became of its call. */
  private static final class Reported extends RuntimeException implements CallFailure {

    private static final long serialVersionUID = 1;
    private final boolean mayPass;

    Reported(String message, boolean mayPass) {
      super(message);
      this.mayPass = mayPass;
    }

    @Override
    public Usage spent() {
      return CALL;
    }

    @Override
    public boolean mayPass() {
      return mayPass;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return WAIT;
    }
  }
}
