// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.ServerCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server wants otherwise in a request than most do: fields that it knows by other names,
 * refuses, or needs besides.
 *
 * @param rename names by the names that they take the place of
 * @param leaveOut names
 * @param add fields with their values
 */
record RequestShape(Map<String, String> rename, List<String> leaveOut, ObjectNode add) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PROPERTY = "assay.role.model.calls.";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /** What is decided elsewhere, and what more than one reply would be lost of. */
  private static final Set<String> OURS = Set.of("messages", "stream", "n");

  /**
   * @throws IllegalArgumentException by the name of the property that cannot be used
   */
  static RequestShape of(ServerCalls calls) {
    Map<String, String> rename = new TreeMap<>();
    for (String pair : words(calls.rename())) {
      String[] names = pair.split("=", -1);
      if (names.length != 2) {
        throw wrong("rename", pair, "such as max_tokens=max_completion_tokens");
      }
      rename.put(name("rename", names[0].strip()), name("rename", names[1].strip()));
    }
    List<String> leaveOut =
        words(calls.leaveOut()).stream().map(each -> name("leave-out", each)).toList();
    return new RequestShape(rename, leaveOut, object(calls.add()));
  }

  private static List<String> words(@Nullable String list) {
    return list == null
        ? List.of()
        : Stream.of(list.split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
  }

  private static String name(String property, String name) {
    if (!NAME.matcher(name).matches()) {
      throw wrong(property, name, "the name of a field, such as max_tokens");
    }
    if (name.equals("messages")) {
      throw wrong(property, name, "a field that a request can do without");
    }
    return name;
  }

  private static ObjectNode object(@Nullable String text) {
    if (text == null) {
      return JSON.createObjectNode();
    }
    ObjectNode object = parsed(text);
    object.propertyNames().stream()
        .filter(OURS::contains)
        .findFirst()
        .ifPresent(
            ours -> {
              throw wrong("add", ours, "none of messages, stream, n");
            });
    return object;
  }

  private static ObjectNode parsed(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      // Said below: where it is wrong is plain to see in a text so short.
    }
    throw wrong("add", text, "a JSON object, such as {\"cache_salt\": \"a\"}");
  }

  private static IllegalArgumentException wrong(String property, String what, String expected) {
    return new IllegalArgumentException(
        "%s%s: %s (expected: %s)".formatted(PROPERTY, property, what, expected));
  }

  /** Changes the body of a request; what is added goes before what would be sent. */
  void giveTo(ObjectNode body) {
    body.setAll(add.deepCopy());
    body.remove(leaveOut);
    List<String> names = new ArrayList<>(rename.keySet());
    names.retainAll(body.propertyNames());
    names.forEach(name -> body.set(rename.get(name), body.remove(name)));
  }
}
