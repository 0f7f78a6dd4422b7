// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.messaging.KafkaRoundTrip.Dead;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIntakeTests {

  private static final String UNKNOWN = "{\"type\":\"attempt.paused.v7\"}";
  private static final String BROKEN = "{\"type\":\"attempt.requested.v1\",\"attempt\":7}";

  private final KafkaRoundTrip road = new KafkaRoundTrip();

  @Test
  void aKnownEventComesThrough() {
    AttemptEvent.Requested event = EventFixture.attempt(EventFixture.problem(), 0);

    RawRecord record = one(new Poll().with(event));

    assertThat(road.intake().read(record)).hasValue(new Received<>(record, event));
    assertThat(road.count("received")).isEqualTo(1);
    assertThat(road.accountedFor()).as("nothing has come of it yet").isZero();
  }

  @Test
  void anUnknownTypeIsCountedAndNotDeadLettered() {
    assertThat(road.intake().read(one(new Poll().with("attempts", UNKNOWN)))).isEmpty();

    assertThat(road.count("unknown")).isEqualTo(1);
    assertThat(road.dead).isEmpty();
  }

  @Test
  void aBrokenRecordIsDeadLetteredAsItCameWithTheReason() {
    assertThat(road.intake().read(one(new Poll().with("attempts", BROKEN)))).isEmpty();

    assertThat(road.count("malformed")).isEqualTo(1);
    Dead dead = road.dead.getFirst();
    assertThat(new String(dead.record().body(), StandardCharsets.UTF_8)).isEqualTo(BROKEN);
    assertThat(dead.record().topic()).isEqualTo("attempts");
    assertThat(dead.group()).isEqualTo(KafkaRoundTrip.GROUP);
    assertThat(dead.reason()).contains("attempt");
  }

  @Test
  void aRecordWithoutABodyIsBroken() {
    assertThat(road.intake().read(one(new Poll().withNothing("attempts")))).isEmpty();

    assertThat(road.count("malformed")).isEqualTo(1);
  }

  @Test
  void ofTheGroupsThatReadATopicOnlyItsOwnerKeepsBrokenRecords() {
    assertThat(road.intake(false).read(one(new Poll().with("attempts", BROKEN)))).isEmpty();

    assertThat(road.dead).isEmpty();
    assertThat(road.count("malformed")).isEqualTo(1);
  }

  @Test
  void whatTheGroupCouldNotWorkIsKeptByItWhoeverOwnsTheTopic() {
    RawRecord record = one(new Poll().with(EventFixture.attempt(EventFixture.problem(), 0)));

    road.intake(false).failed(record, "no such model");

    assertThat(road.dead).containsExactly(new Dead(record, KafkaRoundTrip.GROUP, "no such model"));
    assertThat(road.count("failed")).isEqualTo(1);
  }

  @Test
  void aDeadLetterThatIsNotTakenIsNotCountedAsKept() {
    road.deadLettersRefused.set(1);

    assertThatThrownBy(() -> road.intake().read(one(new Poll().with("attempts", BROKEN))))
        .hasMessage("the broker is away");
    assertThat(road.count("malformed")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"attempts.dlq", "problems"})
  void aBindingThatBringsAnotherTopicIsAMistakeOfTheConfiguration(String topic) {
    RawRecord record = one(new Poll().with(topic, BROKEN));

    assertThatThrownBy(() -> road.intake().read(record))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("worker is bound to topic " + topic + " (expected: [attempts])");
    assertThat(road.dead).isEmpty();
    assertThat(road.count("received")).isZero();
  }

  @Test
  void countersTellGroupTopicAndOutcome() {
    road.intake().read(one(new Poll().with("attempts", UNKNOWN)));

    assertThat(
            road.meters
                .get("assay.records")
                .tags("group", KafkaRoundTrip.GROUP, "topic", "attempts", "outcome", "unknown")
                .counter()
                .count())
        .isEqualTo(1);
  }

  private static RawRecord one(Poll poll) {
    return poll.message().getPayload().getFirst();
  }
}
