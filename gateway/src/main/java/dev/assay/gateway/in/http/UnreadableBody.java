// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body, in the caller's words rather than in Java's. */
final class UnreadableBody {

  private static final Pattern COERCED =
      Pattern.compile("^Cannot coerce \\w+ value \\((.{1,80}?)\\) to");

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private UnreadableBody() {}

  static String detail(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException e -> path(e) + ": unknown field (known: " + known(e) + ")";
      case InvalidFormatException e ->
          path(e) + ": " + quoted(e.getValue()) + " (expected: " + expected(e) + ")";
      case ValueInstantiationException e when e.getCause() != null ->
          parent(e) + e.getCause().getMessage();
      case MismatchedInputException e ->
          path(e) + ": " + given(e) + " (expected: " + expected(e) + ")";
      case InputCoercionException e -> path(e) + ": " + firstLine(e.getOriginalMessage());
      case StreamReadException e ->
          "body: not JSON" + at(e.getLocation()) + ": " + firstLine(e.getOriginalMessage());
      case JacksonException e -> path(e) + ": " + firstLine(e.getOriginalMessage());
      case null, default -> "body: missing (expected: a JSON object)";
    };
  }

  private static String known(UnrecognizedPropertyException e) {
    Stream<String> own = e.getKnownPropertyIds().stream().map(String::valueOf);
    return Stream.concat(own, ofParts(e.getReferringClass()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Jackson does not say which names the parts of a flat object know. */
  private static Stream<String> ofParts(Class<?> record) {
    return components(record)
        .filter(UnreadableBody::isPart)
        .flatMap(part -> fields(part.getType()));
  }

  /** Parts have parts. */
  private static Stream<String> fields(Class<?> record) {
    Stream<String> own =
        components(record).filter(each -> !isPart(each)).map(UnreadableBody::nameInJson);
    return Stream.concat(own, ofParts(record));
  }

  private static boolean isPart(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  private static String nameInJson(RecordComponent component) {
    return CAPITAL.matcher(component.getName()).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return type.isRecord() ? Stream.of(type.getRecordComponents()) : Stream.empty();
  }

  private static String path(JacksonException e) {
    String path = joined(e.getPath());
    return path.isEmpty() ? "body" : path;
  }

  /** The message of a value names itself; only what it is in is missing. */
  private static String parent(JacksonException e) {
    List<Reference> path = e.getPath();
    String parent = path.isEmpty() ? "" : joined(path.subList(0, path.size() - 1));
    return parent.isEmpty() ? "" : parent + ".";
  }

  private static String joined(List<Reference> path) {
    StringBuilder joined = new StringBuilder();
    for (Reference each : path) {
      if (each.getPropertyName() == null) {
        joined.append('[').append(each.getIndex()).append(']');
      } else {
        joined.append(joined.isEmpty() ? "" : ".").append(each.getPropertyName());
      }
    }
    return joined.toString();
  }

  /** The value is said nowhere but in the message. */
  private static String given(MismatchedInputException e) {
    Matcher given = COERCED.matcher(firstLine(e.getOriginalMessage()));
    return given.find() ? given.group(1) : "wrong type";
  }

  private static String quoted(@Nullable Object value) {
    String text = String.valueOf(value);
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return value instanceof CharSequence ? '"' + shown + '"' : shown;
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "another type";
    }
    if (type == Duration.class) {
      return "seconds, or ISO 8601 such as PT30S";
    }
    if (type == Integer.class || type == int.class || type == Long.class) {
      return "an integer";
    }
    if (Number.class.isAssignableFrom(type) || type == double.class) {
      return "a number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    return Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static String at(@Nullable TokenStreamLocation where) {
    return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("unreadable");
  }
}
