// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import dev.assay.contracts.Topic;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.UnsendableException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What a transaction left to be published; rows of one subject are published in order.
 *
 * @param causedBy id of the event that led to it, or null if a caller did
 * @param headers of its record, as JSON; null in a row of the builds before they were kept
 */
record OutboxRow(
    long id,
    String topic,
    String subject,
    @Nullable String causedBy,
    String body,
    @Nullable String headers) {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  /**
   * Its record: the body as it is, whatever event a newer build has put there.
   *
   * @throws UnsendableException if this build has no way to send it
   */
  RawRecord record() {
    Topic<?> known =
        Topic.named(topic)
            .orElseThrow(
                () ->
                    new UnsendableException(
                        "topic: " + topic + " (expected: one of this build's)"));
    return headers == null ? record(fromBody(known)) : record(stored());
  }

  /** What the headers of a row without any would be is told by its event alone. */
  private Map<String, String> fromBody(Topic<?> known) {
    return switch (EventCodec.decode(known, bytes())) {
      case Decoded.Known<? extends Event>(Event event) -> Envelope.of(event, causedBy).headers();
      case Decoded.UnknownType<?>(String type) ->
          throw new UnsendableException("unknown type " + type);
      case Decoded.Malformed<?>(String reason) -> throw new UnsendableException(reason);
    };
  }

  /** As it is dead-lettered, with what headers there are. */
  RawRecord remains() {
    return record(storedIfReadable());
  }

  /** The event in the row, or null if it cannot be read. */
  @Nullable Event event() {
    return Topic.named(topic).map(known -> EventCodec.decode(known, bytes())).orElse(null)
            instanceof Decoded.Known<? extends Event>(Event event)
        ? event
        : null;
  }

  /** Of what takes the row's place: it has the same cause. */
  Envelope envelope(Event instead) {
    return Envelope.of(instead, causedBy, storedIfReadable());
  }

  private RawRecord record(Map<String, String> texts) {
    return new RawRecord(topic, RawRecord.key(topic, subject), bytes(), texts);
  }

  private Map<String, String> storedIfReadable() {
    try {
      return stored();
    } catch (UnsendableException e) {
      return Map.of();
    }
  }

  private Map<String, String> stored() {
    try {
      return headers == null ? Map.of() : Json.mapper().readValue(headers, TEXTS);
    } catch (JacksonException e) {
      throw new UnsendableException("headers of row " + id, e);
    }
  }

  private byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
