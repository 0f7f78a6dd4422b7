// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.messaging.redrive.DeadLetter;
import dev.assay.messaging.redrive.DeadLetterList;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters in lines. */
final class DeadLetterText {

  private static final String NOBODY_SAID = "-";

  private DeadLetterText() {}

  /** One line for people: the place first, as the other commands take it. */
  static String line(DeadLetterList.Entry entry) {
    DeadLetter letter = entry.letter();
    return "%s  %s  %s  %s  %s%s"
        .formatted(
            letter.position(),
            letter.at().truncatedTo(ChronoUnit.SECONDS),
            orElse(letter.group(), NOBODY_SAID),
            event(letter),
            entry.redriven() == 0 ? "" : redriven(entry.redriven()) + "  ",
            orElse(letter.reason(), "(no reason)"));
  }

  /** Type and id of the event, and its problem where they do not tell it. */
  static String event(DeadLetter letter) {
    String event = orElse(letter.event(), NOBODY_SAID);
    String type = letter.type();
    String typed = type == null || event.startsWith(type + ":") ? event : type + " " + event;
    return letter.problem() == null || typed.contains(letter.problem().toString())
        ? typed
        : typed + " of problem " + letter.problem();
  }

  /** How often, as in redriven twice. */
  static String redriven(int times) {
    return switch (times) {
      case 0 -> "not redriven";
      case 1 -> "redriven once";
      case 2 -> "redriven twice";
      default -> "redriven %d times".formatted(times);
    };
  }

  /** One object in one line for programs; what is not known is absent. */
  static String json(DeadLetterList.Entry entry) {
    DeadLetter letter = entry.letter();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("position", letter.position().toString());
    fields.put("topic", letter.position().topic().name());
    fields.put("partition", letter.position().partition());
    fields.put("offset", letter.position().offset());
    fields.put("at", letter.at().toString());
    put(fields, "group", letter.group());
    put(fields, "type", letter.type());
    put(fields, "event_id", letter.event());
    put(fields, "problem", letter.problem());
    fields.put("bytes", letter.bytes());
    fields.put("redriven", entry.redriven());
    fields.put("redriven_before", letter.lives());
    put(fields, "reason", letter.reason());
    return Json.mapper().writeValueAsString(fields);
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }
}
