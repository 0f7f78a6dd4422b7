// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ModelException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a server alone that was away in several calls in a row: what would have waited for it is
 * told so at once, and when it has rested it is asked by one call at a time until one is taken on.
 * A server that refuses, is busy or thinks for too long is at work, and rests for none of that.
 */
final class Rest {

  /** Calls in a row; fewer are what a server loses when it is started again. */
  static final int FAILURES = 5;

  /** As long as a server needs to be started again, at the least. */
  static final Duration LENGTH = Duration.ofSeconds(5);

  /** How soon to ask again while another call finds out whether the server is back. */
  private static final Duration PROBING = Duration.ofSeconds(1);

  private final CircuitBreaker breaker;
  private final Clock clock;
  private final HttpFailures failures;
  private volatile Instant end = Instant.MIN;
  private volatile String last = "";

  Rest(Clock clock, HttpFailures failures) {
    this.clock = clock;
    this.failures = failures;
    this.breaker =
        CircuitBreaker.of(
            "server",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(LENGTH)
                .permittedNumberOfCallsInHalfOpenState(1)
                .writableStackTraceEnabled(false)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            change -> {
              if (change.getStateTransition().getToState() == State.OPEN) {
                end = clock.instant().plus(LENGTH);
              }
            });
  }

  /** Whether a call would be told so now, and another server had better be asked. */
  boolean isTaken() {
    return switch (breaker.getState()) {
      case OPEN -> !clock.instant().isAfter(end);
      case HALF_OPEN -> true;
      default -> false;
    };
  }

  /**
   * Lets a call begin, which reports how it went exactly once.
   *
   * @throws ModelException if the server rests
   */
  Call begin() {
    if (!breaker.tryAcquirePermission()) {
      Duration left = Duration.between(clock.instant(), end);
      throw failures.resting(left.isPositive() ? left : PROBING, last);
    }
    return new Call();
  }

  /** One call, of which what it says first counts. */
  final class Call {

    private boolean told;

    private Call() {}

    /** The server has taken it on: what becomes of it is of no interest any more. */
    synchronized void taken() {
      if (!told) {
        told = true;
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
      }
    }

    synchronized void failed(ModelException failure) {
      if (told) {
        return;
      }
      switch (failure.kind()) {
        case UNAVAILABLE -> {
          told = true;
          last = String.valueOf(failure.getMessage());
          breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        }
        case SILENT, BROKEN_OFF -> left();
        default -> taken();
      }
    }

    /** It says nothing of the server: its caller hung up. */
    synchronized void left() {
      if (!told) {
        told = true;
        breaker.releasePermission();
      }
    }
  }
}
