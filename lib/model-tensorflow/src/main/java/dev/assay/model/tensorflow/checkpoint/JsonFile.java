// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON file whose fields are asked for by name and type, so that a refusal can name them. */
record JsonFile(Path path, JsonNode root) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  static JsonFile read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ModelLoadException(path, "no such file", "a readable JSON file");
    }
    try {
      return new JsonFile(path, object(path, MAPPER.readTree(Files.readAllBytes(path))));
    } catch (IOException | JacksonException e) {
      throw new ModelLoadException(path, "cannot be read: " + e.getMessage(), "JSON", e);
    }
  }

  static JsonFile parse(Path path, byte[] json) {
    try {
      return new JsonFile(path, object(path, MAPPER.readTree(json)));
    } catch (JacksonException e) {
      throw new ModelLoadException(path, "header is not JSON", "a JSON object", e);
    }
  }

  private static JsonNode object(Path path, @Nullable JsonNode node) {
    if (node == null || !node.isObject()) {
      throw new ModelLoadException(path, "holds no JSON object", "a JSON object");
    }
    return node;
  }

  int positiveInt(String field) {
    JsonNode node = required(field, "an integer above 0");
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
      throw wrong(field, node, "an integer above 0");
    }
    return node.intValue();
  }

  int positiveInt(String field, int otherwise) {
    return absent(field) ? otherwise : positiveInt(field);
  }

  double positiveDouble(String field, double otherwise) {
    if (absent(field)) {
      return otherwise;
    }
    JsonNode node = root.get(field);
    if (!node.isNumber() || !(node.doubleValue() > 0)) {
      throw wrong(field, node, "a number above 0");
    }
    return node.doubleValue();
  }

  boolean flag(String field, boolean otherwise) {
    if (absent(field)) {
      return otherwise;
    }
    JsonNode node = root.get(field);
    if (!node.isBoolean()) {
      throw wrong(field, node, "true or false");
    }
    return node.booleanValue();
  }

  /** Refuses any other value; a field that is absent passes. */
  void only(String field, String value) {
    if (!absent(field) && !value.equals(root.get(field).asString(""))) {
      throw wrong(field, root.get(field), '"' + value + '"');
    }
  }

  boolean absent(String field) {
    JsonNode node = root.get(field);
    return node == null || node.isNull();
  }

  JsonNode required(String field, String expected) {
    if (absent(field)) {
      throw new ModelLoadException(path, field + " is missing", expected);
    }
    return root.get(field);
  }

  ModelLoadException wrong(String field, JsonNode found, String expected) {
    return new ModelLoadException(path, field + ": " + found, expected);
  }
}
