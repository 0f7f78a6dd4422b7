// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Event;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTests {

  private final Problem one = problem();
  private final Problem other = problem();
  private final Map<ProblemId, List<Event>> worked = new ConcurrentHashMap<>();

  @Test
  void problemsDoNotWaitForEachOtherAndTheEventsOfOneStayInOrder() {
    CountDownLatch both = new CountDownLatch(2);

    new SideBySide(
            events -> {
              both.countDown();
              await(both);
              keep(events);
            })
        .accept(List.of(event(one, 2), event(other, 0), event(one, 1), event(one, 0)));

    assertThat(worked)
        .isEqualTo(
            Map.of(
                one.id(), List.of(event(one, 2), event(one, 1), event(one, 0)),
                other.id(), List.of(event(other, 0))));
  }

  @Test
  void aSingleProblemIsWorkedByTheCaller() {
    Thread caller = Thread.currentThread();

    new SideBySide(
            events -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              keep(events);
            })
        .accept(List.of(event(one, 0), event(one, 1)));

    assertThat(worked.get(one.id())).hasSize(2);
  }

  @Test
  void whatFailsIsToldWhenAllOthersHaveBeenWorked() {
    List<Event> events = IntStream.range(0, 20).<Event>mapToObj(_ -> event(problem(), 0)).toList();
    SideBySide state =
        new SideBySide(
            some -> {
              if (some.equals(List.of(events.getFirst()))) {
                throw new IllegalArgumentException("no");
              }
              keep(some);
            });

    assertThatThrownBy(() -> state.accept(events))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");

    assertThat(worked).hasSize(19);
  }

  private void keep(List<Event> events) {
    worked.put(events.getFirst().problemId(), events);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Event event(Problem problem, int attempt) {
    return new AttemptEvent.Requested(problem, new AttemptId(problem.id(), attempt));
  }

  private static Problem problem() {
    return new Problem(new ProblemId(UUID.randomUUID()), "4*6", Policy.DEFAULT, Instant.now());
  }
}
