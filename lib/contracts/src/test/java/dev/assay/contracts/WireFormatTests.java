// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The wire format is frozen in {@code golden/}: a renamed or lost field fails here before it meets
 * a record that was written yesterday.
 */
class WireFormatTests {

  static Stream<Event> examples() {
    return EventExamples.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEventIsWrittenAsItsGoldenFileSays(Event event) {
    JsonNode written = Json.mapper().readTree(EventCodec.encode(event));

    assertThat(written).isEqualTo(golden(event));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aGoldenFileIsReadAsTheEvent(Event event) {
    byte[] body = Json.mapper().writeValueAsBytes(golden(event));

    assertThat(EventCodec.decode(Topic.of(event), body)).isEqualTo(new Decoded.Known<>(event));
  }

  @Test
  void everyEventOfEveryTopicHasAnExample() {
    Set<Class<?>> events =
        Topic.ALL.stream()
            .flatMap(topic -> Arrays.stream(topic.events().getPermittedSubclasses()))
            .collect(Collectors.toSet());

    assertThat(EventExamples.ALL.stream().map(Object::getClass).toList())
        .containsExactlyInAnyOrderElementsOf(events);
  }

  private static JsonNode golden(Event event) {
    String file = "/golden/" + event.type() + ".json";
    try (InputStream in = WireFormatTests.class.getResourceAsStream(file)) {
      assertThat(in).as("the golden file " + file).isNotNull();
      return Json.mapper().readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
