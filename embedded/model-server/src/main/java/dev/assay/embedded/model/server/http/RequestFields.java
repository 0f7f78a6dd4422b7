// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of an object in a request, each read or refused by its name; null is as absent. */
final class RequestFields {

  /** A chat completion nests some eight levels. */
  private static final int DEEPEST = 32;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private final String place;
  private final JsonNode object;

  private RequestFields(String place, JsonNode object) {
    this.place = place;
    this.object = object;
  }

  /** Those of the body itself. */
  static RequestFields of(byte[] body) {
    try {
      JsonNode parsed = JSON.readTree(body);
      if (!parsed.isObject()) {
        throw ApiFailure.invalid(null, "body: no JSON object (expected: a chat completion)");
      }
      return new RequestFields("", parsed);
    } catch (JacksonException e) {
      throw ApiFailure.invalid(
          null, "body: no JSON (expected: a chat completion): " + e.getOriginalMessage());
    }
  }

  /** The objects of a list that must have some. */
  List<RequestFields> objects(String name) {
    JsonNode list = get(name).orElseThrow(() -> wrong(name, "missing", "a list of objects"));
    if (!list.isArray() || list.isEmpty() || !list.valueStream().allMatch(JsonNode::isObject)) {
      throw wrong(name, "none", "a list of objects");
    }
    List<JsonNode> objects = list.valueStream().toList();
    return IntStream.range(0, objects.size())
        .mapToObj(i -> new RequestFields(place + name + "[" + i + "].", objects.get(i)))
        .toList();
  }

  Set<String> names() {
    return new TreeSet<>(object.propertyNames());
  }

  Optional<JsonNode> get(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  /** The name as a client knows it, such as {@code messages[2].role}. */
  String path(String name) {
    return place + name;
  }

  String text(String name) {
    JsonNode value = get(name).orElseThrow(() -> wrong(name, "missing", "a text"));
    if (!value.isString()) {
      throw wrong(name, "no text", "a text");
    }
    return value.stringValue();
  }

  Optional<Double> number(String name, DoublePredicate allowed, String expected) {
    Optional<Double> number =
        get(name).map(value -> value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN);
    if (number.isPresent() && !allowed.test(number.get())) {
      throw wrong(name, "out of range", expected);
    }
    return number;
  }

  Optional<Long> integer(String name, long least) {
    Optional<JsonNode> value = get(name);
    value.ifPresent(
        number -> {
          if (!number.isIntegralNumber()
              || !number.canConvertToLong()
              || number.longValue() < least) {
            throw wrong(name, "out of range", "a whole number from " + least);
          }
        });
    return value.map(JsonNode::longValue);
  }

  ApiFailure wrong(String name, String what, String expected) {
    return ApiFailure.invalid(
        path(name), "%s: %s (expected: %s)".formatted(path(name), what, expected));
  }
}
