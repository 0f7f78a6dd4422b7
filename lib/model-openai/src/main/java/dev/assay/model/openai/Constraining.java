// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ServerCalls.Constraint;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a server to a few given texts, in the way that it knows. */
final class Constraining {

  /** Of the object that a text is wrapped in, and of its only field. */
  private static final String NAME = "choice";

  /** What that object may take besides the text, with the blanks of servers that set it nicely. */
  private static final int WRAPPING_TOKENS = 48;

  private final Constraint way;

  Constraining(Constraint way) {
    this.way = way;
  }

  /** Whether a choice comes wrapped, so that neither stop strings nor the most tokens fit it. */
  boolean wraps(Collection<String> choices) {
    return way == Constraint.JSON_SCHEMA && !choices.isEmpty();
  }

  /** How many tokens are asked for so that there are enough of them behind the wrapping. */
  int tokens(Collection<String> choices, int most) {
    return wraps(choices) ? most + WRAPPING_TOKENS : most;
  }

  void giveTo(ObjectNode body, List<String> choices) {
    if (choices.isEmpty()) {
      return;
    }
    switch (way) {
      case NONE -> {
        // Refused before, as what the model cannot do.
      }
      case STRUCTURED_OUTPUTS ->
          choices.forEach(body.putObject("structured_outputs").putArray(NAME)::add);
      case GUIDED -> choices.forEach(body.putArray("guided_choice")::add);
      case GRAMMAR -> body.put("grammar", grammar(choices));
      case JSON_SCHEMA -> addSchema(body.putObject("response_format"), choices);
    }
  }

  private static String grammar(List<String> choices) {
    return choices.stream().map(Gbnf::literal).collect(Collectors.joining(" | ", "root ::= ", ""));
  }

  private static void addSchema(ObjectNode format, List<String> choices) {
    ObjectNode named = format.put("type", "json_schema").putObject("json_schema");
    ObjectNode schema = named.put("name", NAME).put("strict", true).putObject("schema");
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode field = schema.putObject("properties").putObject(NAME);
    choices.forEach(field.put("type", "string").putArray("enum")::add);
    schema.putArray("required").add(NAME);
  }

  /** The choice that a reply wraps; any other reply as it is. */
  String unwrapped(List<String> choices, String text) {
    if (!wraps(choices)) {
      return text;
    }
    try {
      ReplyJson.Value value = ReplyJson.read(text);
      JsonNode choice = value.json().path(NAME);
      boolean only = value.rest().isEmpty() && value.json().size() == 1 && choice.isString();
      return only && choices.contains(choice.stringValue()) ? choice.stringValue() : text;
    } catch (JacksonException _) {
      return text;
    }
  }
}
