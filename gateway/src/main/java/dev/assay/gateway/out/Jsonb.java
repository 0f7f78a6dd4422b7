// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.out;

import dev.assay.contracts.Json;
import java.util.regex.Pattern;

/** JSON as PostgreSQL can keep it. */
final class Jsonb {

  /** Behind an even number of backslashes; behind an odd one it is text that reads like it. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  /** Half a character: no encoding has room for it. */
  private static final Pattern HALF =
      Pattern.compile(
          "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  private Jsonb() {}

  static String write(Object value) {
    return storable(Json.mapper().writeValueAsString(value));
  }

  /** A model may write anything; the characters that jsonb has no room for are replaced. */
  static String storable(String json) {
    // Nearly every text has neither, and to see that takes a fraction of the time.
    String withoutNul =
        json.contains("\\u0000") ? NUL.matcher(json).replaceAll("$1\\\\ufffd") : json;
    return withoutNul.chars().anyMatch(each -> Character.isSurrogate((char) each))
        ? HALF.matcher(withoutNul).replaceAll("\ufffd")
        : withoutNul;
  }
}
