// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What goes with an event and is no part of the fact: it travels in the headers of its record, and
 * waits beside its body in an outbox.
 *
 * @param id of the event
 * @param type of the event
 * @param causedBy id of the event that led to this one, or null if a caller did
 * @param tenant on whose behalf, or null if nobody said
 * @param trace {@code traceparent} of W3C Trace Context, or null if nobody traces
 */
public record Envelope(
    String id,
    String type,
    @Nullable String causedBy,
    @Nullable String tenant,
    @Nullable String trace) {

  public static final String EVENT_ID = "event-id";
  public static final String EVENT_TYPE = "event-type";
  public static final String CAUSED_BY = "caused-by";
  static final String TENANT = "tenant";
  static final String TRACE = "traceparent";

  /** Printable ASCII: it is to be a header of Kafka and of HTTP, and a word in a log. */
  private static final Pattern TENANTS = Pattern.compile("[!-~]{1,255}");

  /** Version, trace, parent, flags; a later version may append to them. */
  private static final Pattern TRACES =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-[!-~]{1,200})?");

  /** Of an event that no record led to. */
  public static Envelope of(Event event, @Nullable String causedBy) {
    return new Envelope(event.eventId(), event.type(), causedBy, null, null);
  }

  /**
   * Of an event whose record, or whose row, has these headers. Id and type are the event's own. A
   * tenant or a trace that cannot be one is left out, as Trace Context asks.
   */
  public static Envelope of(Event event, @Nullable String causedBy, Map<String, String> headers) {
    return new Envelope(
        event.eventId(),
        event.type(),
        causedBy,
        matching(TENANTS, headers.get(TENANT)),
        matching(TRACES, headers.get(TRACE)));
  }

  private static @Nullable String matching(Pattern pattern, @Nullable String value) {
    return value != null && pattern.matcher(value).matches() ? value : null;
  }

  /** Of an event that this one led to: on behalf of the same tenant, in the same trace. */
  Envelope followedBy(Event event) {
    return new Envelope(event.eventId(), event.type(), id, tenant, trace);
  }

  /** By their names; what is null has none. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(EVENT_ID, id);
    headers.put(EVENT_TYPE, type);
    put(headers, CAUSED_BY, causedBy);
    put(headers, TENANT, tenant);
    put(headers, TRACE, trace);
    return headers;
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}
