// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StateConsumerTests {

  private final KafkaRoundTrip road = new KafkaRoundTrip();
  private final Problem problem = EventFixture.problem();
  private final AttemptEvent.Requested first = EventFixture.attempt(problem, 0);
  private final AttemptEvent.Requested second = EventFixture.attempt(problem, 1);
  private final AttemptEvent.Requested third = EventFixture.attempt(problem, 2);

  /** The batches that the state took, as it took them. */
  private final List<List<AttemptEvent>> taken = new ArrayList<>();

  private final List<Integer> offered = new ArrayList<>();

  @Test
  void theEventsOfAPollAreHandedOverTogetherInOrder() {
    consumer(_ -> {}).accept(Poll.of(first, second, third));

    assertThat(taken).containsExactly(List.of(first, second, third));
    assertThat(road.count("worked")).isEqualTo(3);
  }

  @Test
  void aPollWithNothingForTheStateIsNotHandedOver() {
    consumer(_ -> {}).accept(new Poll().with("attempts", "not json").message());

    assertThat(taken).isEmpty();
    assertThat(road.dead).hasSize(1);
  }

  @Test
  void whatIsNoEventIsLeftOut() {
    consumer(_ -> {})
        .accept(
            new Poll()
                .with(first)
                .with("attempts", "{\"type\":\"attempt.paused.v7\"}")
                .with("attempts", "not json")
                .with(second)
                .message());

    assertThat(taken).containsExactly(List.of(first, second));
  }

  @Test
  void aTransientFailureReachesTheContainerUntouched() {
    IllegalStateException away = new IllegalStateException("the database is away");

    assertThatThrownBy(
            () ->
                consumer(
                        _ -> {
                          throw away;
                        })
                    .accept(Poll.of(first, second)))
        .isSameAs(away);

    assertThat(offered).as("once, and not one by one").containsExactly(2);
    assertThat(road.dead).isEmpty();
    assertThat(road.accountedFor()).isZero();
  }

  @Test
  void onlyTheCulpritIsDeadLettered() {
    consumer(refusing(second)).accept(Poll.of(first, second, third));

    assertThat(offered).containsExactly(3, 1, 1, 1);
    assertThat(taken).containsExactly(List.of(first), List.of(third));
    assertThat(road.dead).hasSize(1);
    assertThat(road.dead.getFirst().record().body()).isEqualTo(EventCodec.encode(second));
    assertThat(road.dead.getFirst().reason()).isEqualTo("cannot be");
    assertThat(road.count("worked")).isEqualTo(2);
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void aTransientFailureOnTheWayOneByOneBringsThePollBack() {
    IllegalStateException away = new IllegalStateException("the database is away");
    Consumer<List<AttemptEvent>> state =
        events -> {
          if (events.size() > 1) {
            throw new IllegalArgumentException("cannot be");
          }
          if (events.contains(second)) {
            throw away;
          }
        };

    assertThatThrownBy(() -> consumer(state).accept(Poll.of(first, second, third))).isSameAs(away);

    assertThat(road.dead).isEmpty();
    assertThat(taken).containsExactly(List.of(first));
  }

  @Test
  void aDeadLetterThatIsNotTakenBringsThePollBack() {
    road.deadLettersRefused.set(1);

    assertThatThrownBy(() -> consumer(refusing(second)).accept(Poll.of(first, second, third)))
        .hasMessage("the broker is away");

    assertThat(road.count("failed")).isZero();
  }

  @Test
  void aFailureToDeadLetterABrokenRecordKeepsTheStateFromSeeingThePoll() {
    road.deadLettersRefused.set(1);
    Poll poll = new Poll().with(first).with("attempts", "not json").with(second);

    assertThatThrownBy(() -> consumer(_ -> {}).accept(poll.message()))
        .hasMessage("the broker is away");

    assertThat(taken).isEmpty();
  }

  @Test
  void whatIsReceivedIsAccountedFor() {
    consumer(refusing(second))
        .accept(
            new Poll()
                .with(first, second, third)
                .with("attempts", "{\"type\":\"attempt.paused.v7\"}")
                .with("attempts", "not json")
                .withNothing("attempts")
                .message());

    assertThat(road.count("received")).isEqualTo(6);
    assertThat(road.accountedFor()).isEqualTo(6);
  }

  @Test
  void whatTheStateDecidesIsOnBehalfOfTheTenantOfItsCause() {
    List<Envelope> decided = new ArrayList<>();
    Abandoned end = new Abandoned(first.attempt(), Stage.DRAFTING, "no", Usage.NONE);

    consumer(events -> events.forEach(event -> decided.add(Causes.envelope(end, event.eventId()))))
        .accept(new Poll().with(first, Map.of("tenant", "acme")).with(second).message());
    decided.add(Causes.envelope(end, first.eventId()));

    assertThat(decided).extracting(Envelope::tenant).containsExactly("acme", null, null);
    assertThat(decided)
        .extracting(Envelope::causedBy)
        .containsExactly(first.eventId(), second.eventId(), first.eventId());
  }

  private static Consumer<List<AttemptEvent>> refusing(Event culprit) {
    return events -> {
      if (events.contains(culprit)) {
        throw new IllegalArgumentException("cannot be");
      }
    };
  }

  private StateConsumer<AttemptEvent> consumer(Consumer<List<AttemptEvent>> state) {
    return new StateConsumer<>(
        road.intake(),
        events -> {
          offered.add(events.size());
          state.accept(events);
          taken.add(List.copyOf(events));
        },
        IllegalStateException.class::isInstance);
  }
}
