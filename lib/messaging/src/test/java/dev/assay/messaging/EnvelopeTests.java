// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTests {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 0);

  @Test
  void idAndTypeAreTheEventsOwnWhateverItsRecordCallsThem() {
    Envelope envelope = received(Map.of("event-id", "a lie", "event-type", "another"));

    assertThat(envelope).isEqualTo(Envelope.of(attempt, null));
  }

  @Test
  void aTenantATraceAndACauseAreCarried() {
    assertThat(received(Map.of("caused-by", "a", "tenant", "acme", "traceparent", TRACE)))
        .isEqualTo(new Envelope(attempt.eventId(), attempt.type(), "a", "acme", TRACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nb", "caf\u00e9"})
  void whatIsNoTenantIsLeftOut(String tenant) {
    assertThat(received(Map.of("tenant", tenant)).tenant()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0af7651916cd43dd8448eb211c80319c",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
      })
  void whatIsNoTraceIsLeftOut(String trace) {
    assertThat(received(Map.of("traceparent", trace)).trace()).isNull();
  }

  @Test
  void whatIsNoTextOrHasNoEndIsNoHeader() {
    RecordHeaders all = new RecordHeaders();
    all.add("event-id", null);
    all.add("caused-by", "x".repeat(513).getBytes(StandardCharsets.UTF_8));
    all.add("authorization", "secret".getBytes(StandardCharsets.UTF_8));

    assertThat(ReceivedHeaders.read(all)).isEmpty();
  }

  @Test
  void whatWasHeardIsAsLongAsARecordMayTell() {
    RecordHeaders all = new RecordHeaders();
    all.add(TriedHeaders.HEARD, new byte[Heard.MOST_BYTES]);
    assertThat(ReceivedHeaders.read(all)).containsOnlyKeys(TriedHeaders.HEARD);

    all.add(TriedHeaders.HEARD, new byte[Heard.MOST_BYTES + 1]);
    assertThat(ReceivedHeaders.read(all)).isEmpty();
  }

  @Test
  void whatIsNotThereHasNoHeader() {
    assertThat(Envelope.of(attempt, null).headers())
        .isEqualTo(Map.of("event-id", attempt.eventId(), "event-type", attempt.type()));
  }

  private Envelope received(Map<String, String> headers) {
    RecordHeaders all = new RecordHeaders();
    headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
    RawRecord record =
        new RawRecord("attempts", null, EventCodec.encode(attempt), ReceivedHeaders.read(all));
    return new Received<>(record, attempt).envelope();
  }
}
