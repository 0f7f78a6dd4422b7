// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReferringEventTests {

  static Stream<Event> referring() {
    return EventExamples.ALL.stream().filter(event -> !event.referring().equals(event));
  }

  static Stream<Event> whole() {
    return EventExamples.ALL.stream()
        .filter(event -> event instanceof Task && event.referring().equals(event));
  }

  @Test
  void whatTheVerifierAsksOfItselfCanRefer() {
    assertThat(referring().map(Event::type).distinct())
        .containsExactlyInAnyOrder(
            "verification.requested.v1", "comparison.requested.v1", "outcome.requested.v1");
  }

  @ParameterizedTest
  @MethodSource("referring")
  void aReferenceHasNoQuestionAndIsReadAgain(Event event) {
    byte[] body = EventCodec.encode(event.referring());

    JsonNode problem = Json.mapper().readTree(body).path("problem");
    assertThat(problem.has("question")).as(problem.toString()).isFalse();
    assertThat(problem.has("reference")).isFalse();
    assertThat(EventCodec.decode(Topic.of(event), body))
        .isEqualTo(new Decoded.Known<>(event.referring()));
    assertThat(event.referring().eventId()).isEqualTo(event.eventId());
  }

  @ParameterizedTest
  @MethodSource("whole")
  void whereWorkersHaveNothingButTheEventAMissingQuestionIsMalformed(Event event) {
    ObjectNode body = (ObjectNode) Json.mapper().readTree(EventCodec.encode(event));
    ((ObjectNode) body.path("problem")).remove("question");

    assertThat(reason(Topic.of(event), body)).endsWith("question: none (expected: text)");
  }

  @Test
  void aRequestIsWholeAgainWithWhatItRefersTo() {
    VerificationEvent.Requested request = request();

    VerificationEvent.Requested referring = request.referring();

    assertThat(referring.outcome()).isNull();
    assertThatIllegalStateException()
        .isThrownBy(referring::judged)
        .withMessageEndingWith("the outcome is not at hand");
    assertThat(referring.with(request.problem(), request.judged())).isEqualTo(request);
  }

  private static String reason(Topic<?> topic, JsonNode body) {
    return EventCodec.decode(topic, body.toString().getBytes(UTF_8))
            instanceof Decoded.Malformed<?>(String reason)
        ? reason
        : "readable";
  }

  private static VerificationEvent.Requested request() {
    return EventExamples.ALL.stream()
        .filter(VerificationEvent.Requested.class::isInstance)
        .map(VerificationEvent.Requested.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
