// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** Puts events on the wire and takes them off it. */
public final class EventCodec {

  private EventCodec() {}

  /** The event as JSON, in UTF-8, with its literal type. */
  public static byte[] encode(Event event) {
    // Written as its topic's interface: only that carries the "type" property.
    return Json.mapper().writerFor(Topic.of(event).events()).writeValueAsBytes(event);
  }

  /** Reads a record's body; it never throws. */
  public static <E extends Event> Decoded<E> decode(Topic<E> topic, byte[] body) {
    try {
      E event = read(topic, body);
      return event == null
          ? new Decoded.Malformed<>("the body is null (expected: an event)")
          : new Decoded.Known<>(event);
    } catch (InvalidTypeIdException e) {
      return e.getTypeId() == null || !e.getBaseType().hasRawClass(topic.events())
          ? new Decoded.Malformed<>(firstLine(e))
          : new Decoded.UnknownType<>(e.getTypeId());
    } catch (JacksonException e) {
      return new Decoded.Malformed<>(firstLine(e));
    }
  }

  private static <E extends Event> @Nullable E read(Topic<E> topic, byte[] body) {
    ObjectReader reader = Json.mapper().readerFor(topic.events());
    try (JsonParser parser = reader.createParser(body)) {
      return reader
          .withAttribute(ProblemModule.Source.class, new ProblemModule.Source(parser, body))
          .readValue(parser);
    }
  }

  private static String firstLine(JacksonException e) {
    String path = e.getPath().isEmpty() ? "" : " at " + e.getPathReference();
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable") + path;
  }
}
