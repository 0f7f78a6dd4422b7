// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One text for all the ways to write the same JSON, so that what is said twice can be recognised by
 * its hash. The text outlives a build: what it is for a value must not change.
 */
public final class CanonicalJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CanonicalJson() {}

  /**
   * What the value says: fields by name, those that are null left out, numbers without zeros at
   * their end, no white space.
   *
   * @param value of finite numbers
   */
  public static String of(Object value) {
    JsonNode json = Json.mapper().valueToTree(value);
    return Json.mapper().writeValueAsString(canonical(json));
  }

  private static JsonNode canonical(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> byName(object);
      case ArrayNode array -> {
        ArrayNode elements = NODES.arrayNode();
        array.forEach(each -> elements.add(canonical(each)));
        yield elements;
      }
      default ->
          node.isNumber() ? NODES.numberNode(node.decimalValue().stripTrailingZeros()) : node;
    };
  }

  private static ObjectNode byName(ObjectNode object) {
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    object
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                fields.put(field.getKey(), canonical(field.getValue()));
              }
            });
    ObjectNode sorted = NODES.objectNode();
    sorted.setAll(fields);
    return sorted;
  }
}
