// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Bounds;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every event fits into one record, whatever its texts are made of. */
class LargestEventsTests {

  /**
   * Names and framing of the headers, a tenant and a trace, the key, and what Kafka adds to a
   * record and its batch.
   */
  private static final int FRAMING = 2_048;

  @ParameterizedTest
  @MethodSource("dev.assay.messaging.LargestEvents#fillings")
  void anEventFitsIntoARecord(String filling) {
    assertThat(new LargestEvents(filling).all())
        .isNotEmpty()
        .allSatisfy(event -> assertThat(size(event)).as(event.type()).isLessThan(Bounds.RECORD));
  }

  @ParameterizedTest
  @MethodSource("dev.assay.messaging.LargestEvents#fillings")
  void theLargestEventsAreReadAsTheyWereWritten(String filling) {
    assertThat(new LargestEvents(filling).all())
        .allSatisfy(
            event -> {
              byte[] body = EventCodec.encode(event);
              assertThat(EventCodec.decode(Topic.of(event), body))
                  .isInstanceOfSatisfying(
                      Decoded.Known.class,
                      known ->
                          assertThat(tree(EventCodec.encode(((Decoded.Known<?>) known).event())))
                              .isEqualTo(tree(body)));
            });
  }

  /** The order of a map's keys says nothing. */
  private static JsonNode tree(byte[] body) {
    return Json.mapper().readTree(body);
  }

  @Test
  void theyAreOfEveryTypeAndLarge() {
    Set<Class<?>> types =
        Topic.ALL.stream()
            .flatMap(topic -> Arrays.stream(topic.events().getPermittedSubclasses()))
            .collect(Collectors.toSet());

    assertThat(LargestEvents.worst().map(Event::getClass).collect(Collectors.toSet()))
        .isEqualTo(types);
    assertThat(LargestEvents.worst().mapToInt(LargestEventsTests::size).max().orElseThrow())
        .as("of a solution's text, its steps and a question at least")
        .isGreaterThan(2 * Bounds.TEXT + Bounds.QUESTION);
  }

  private static int size(Event event) {
    // Every outbox row and every task names one other event as its cause.
    int headers = 2 * event.eventId().getBytes(StandardCharsets.UTF_8).length + FRAMING;
    return EventCodec.encode(event).length + headers;
  }
}
