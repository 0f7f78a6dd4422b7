// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a message says, thinks and refuses, wherever its server puts it: in fields of their own, or
 * in parts of the content.
 */
final class MessageParts {

  /** Servers have several names for thinking, and some of them use two for the same. */
  private static final List<String> FIELDS = List.of("reasoning_content", "reasoning", "thinking");

  private static final List<String> PART_FIELDS = List.of("thinking", "reasoning", "text");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();

  /** Adds a message, or a piece of one. */
  void add(JsonNode message) {
    addContent(message.path("content"));
    addThinking(message, FIELDS);
    addTo(refusal, message.path("refusal"));
  }

  private void addContent(JsonNode content) {
    if (content.isString()) {
      addTo(text, content);
    }
    for (JsonNode part : content.isArray() ? content : content.path(0)) {
      addPart(part);
    }
  }

  private void addPart(JsonNode part) {
    switch (part.isString() ? "string" : part.path("type").asString("text")) {
      case "string" -> addTo(text, part);
      case "text", "output_text" -> addTo(text, part.path("text"));
      case "thinking", "reasoning" -> addThinking(part, PART_FIELDS);
      case "refusal" -> addTo(refusal, part.path("refusal"));
      default -> {
        // An image or a sound: nothing that was asked for, and nothing to read.
      }
    }
  }

  private void addThinking(JsonNode from, List<String> names) {
    for (String name : names) {
      JsonNode found = from.path(name);
      if (found.isArray() || (found.isString() && !found.stringValue().isEmpty())) {
        addTo(thinking, found);
        found.forEach(each -> addTo(thinking, each.isString() ? each : each.path("text")));
        return;
      }
    }
  }

  private static void addTo(StringBuilder all, JsonNode words) {
    if (words.isString()) {
      all.append(words.stringValue());
    }
  }

  String text() {
    return text.toString();
  }

  String thinking() {
    return thinking.toString();
  }

  String refusal() {
    return refusal.toString();
  }

  int size() {
    return text.length() + thinking.length() + refusal.length();
  }
}
