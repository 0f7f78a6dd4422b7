// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a time span as people write it: a number of seconds, or ISO 8601. */
final class SecondsOrIso extends StdDeserializer<Duration> {

  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000);

  SecondsOrIso() {
    super(Duration.class);
  }

  @Override
  public Duration deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken().isNumeric()) {
      BigDecimal seconds = parser.getDecimalValue();
      if (seconds.abs().compareTo(MOST_SECONDS) <= 0) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
      }
    } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return Duration.parse(parser.getString());
      } catch (DateTimeParseException e) {
        throw context.weirdStringException(parser.getString(), Duration.class, "not ISO 8601");
      }
    }
    return (Duration) context.handleUnexpectedToken(Duration.class, parser);
  }
}
