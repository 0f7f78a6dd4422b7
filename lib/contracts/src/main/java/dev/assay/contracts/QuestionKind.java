// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label for questions that are alike, so that what was learnt of some is said of their like only.
 * A caller gives it, or the grammar that the question is read by; it is never guessed.
 *
 * @param name 1 to 64 lower-case letters, digits, {@code _}, {@code .} and {@code -}
 */
public record QuestionKind(String name) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,64}");

  /**
   * @throws IllegalArgumentException if it is no such name
   */
  @JsonCreator
  public QuestionKind {
    Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "kind: %s (expected: 1 to 64 of a-z, 0-9, _, . and -)".formatted(quoted(name)));
    }
  }

  private static String quoted(String name) {
    return '"' + Bounds.shortened(name, 128) + '"';
  }

  /**
   * The kind of a question. A grammar that knows it is not to be contradicted: otherwise a caller
   * would have answers of one kind vouched for by the record of another.
   *
   * @param said by the caller, or null
   * @param known by the grammar
   * @throws IllegalArgumentException if the two differ
   */
  public static @Nullable QuestionKind of(
      @Nullable QuestionKind said, Optional<QuestionKind> known) {
    if (said != null && known.isPresent() && !known.get().equals(said)) {
      throw new IllegalArgumentException(
          "kind: %s (expected: %s, which the question is by its form, or none)"
              .formatted(said, known.get()));
    }
    return known.orElse(said);
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
