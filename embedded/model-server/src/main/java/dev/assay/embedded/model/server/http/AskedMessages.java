// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import dev.assay.model.Message;
import dev.assay.model.Message.Speaker;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the conversation of a request: texts of the three speakers, and nothing else. */
final class AskedMessages {

  private static final Set<String> READ = Set.of("role", "content");

  private AskedMessages() {}

  static List<Message> read(RequestFields fields) {
    List<Message> messages =
        fields.objects("messages").stream().map(AskedMessages::message).toList();
    if (messages.stream().allMatch(each -> each.text().isEmpty())) {
      throw fields.wrong("messages", "no text in any", "something to go on with");
    }
    return messages;
  }

  private static Message message(RequestFields message) {
    NeutralFields.require(message, READ);
    Speaker speaker =
        switch (message.text("role")) {
          // OpenAI's name for whoever set the model up, since its models think.
          case "system", "developer" -> Speaker.SYSTEM;
          case "user" -> Speaker.USER;
          case "assistant" -> Speaker.ASSISTANT;
          default -> throw message.wrong("role", "unknown", "system, user or assistant");
        };
    return new Message(speaker, content(message));
  }

  /** A text, or texts in parts. */
  private static String content(RequestFields message) {
    if (message.get("content").filter(JsonNode::isArray).isEmpty()) {
      return message.text("content");
    }
    return message.objects("content").stream()
        .map(AskedMessages::part)
        .collect(Collectors.joining());
  }

  private static String part(RequestFields part) {
    if (!part.text("type").equals("text")) {
      throw part.wrong("type", "not served", "text");
    }
    return part.text("text");
  }
}
