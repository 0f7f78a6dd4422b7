// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import dev.assay.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How one server wraps a reply, whole or piece by piece; rows of {@code envelopes.tsv}. */
record ReplyEnvelope(TextTable.Row row) {

  private static final int PIECE = 7;

  static List<ReplyEnvelope> all() {
    return TextTable.of(ReplyEnvelope.class, "envelopes.tsv").stream()
        .map(ReplyEnvelope::new)
        .toList();
  }

  String server() {
    return row.get("server");
  }

  private boolean inText() {
    return row.get("thinking_in").equals("text");
  }

  /** In the marks of the model, where the server does not know them. */
  static String marked(String thinking, String text) {
    return thinking.isEmpty()
        ? text
        : "<think>" + thinking + (text.isEmpty() ? "" : "</think>" + text);
  }

  /** The body of a whole reply. */
  String plain(String thinking, String text, String finish) {
    String content = inText() ? marked(thinking, text) : text;
    return filled(
        row.get("plain"), content, inText() || thinking.isEmpty() ? null : thinking, finish);
  }

  /** The events of the same as a stream. */
  String stream(String thinking, String text, String finish) {
    List<String> events = new ArrayList<>(List.of(row.get("opening")));
    if (!inText()) {
      pieces(thinking).forEach(each -> events.add(filled(row.get("thought"), "", each, finish)));
    }
    pieces(inText() ? marked(thinking, text) : text)
        .forEach(each -> events.add(filled(row.get("piece"), each, null, finish)));
    events.add(filled(row.get("finish"), "", null, finish));
    events.add(row.get("usage"));
    events.add(row.get("done").equals("yes") ? "[DONE]" : "-");
    StringBuilder stream = new StringBuilder();
    events.stream()
        .filter(each -> !each.equals("-"))
        .forEach(each -> stream.append("data: ").append(each).append("\n\n"));
    return stream.toString();
  }

  /** Cut between any two characters, though never within one. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + PIECE);
      end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }

  private static String filled(
      String template, String content, @Nullable String thinking, String finish) {
    return template
        .replace("{{content}}", json(content))
        .replace("{{thinking}}", json(thinking))
        .replace("{{finish}}", json(finish));
  }

  private static String json(@Nullable String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
