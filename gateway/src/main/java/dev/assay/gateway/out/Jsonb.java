// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** JSON as PostgreSQL can keep it. */
final class Jsonb {

  /** Behind an even number of backslashes; behind an odd one it is text that reads like it. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private Jsonb() {}

  static String write(Object value) {
    return storable(Json.mapper().writeValueAsString(value));
  }

  static String write(Event event) {
    return storable(new String(EventCodec.encode(event), StandardCharsets.UTF_8));
  }

  /** A model may write anything; the one character that jsonb has no room for is replaced. */
  private static String storable(String json) {
    return NUL.matcher(json).replaceAll("$1\\\\ufffd");
  }
}
