// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names one problem; the key of every record that belongs to it. */
public record ProblemId(UUID value) {

  public ProblemId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * @throws IllegalArgumentException if the text is not a UUID in its canonical 36 characters
   */
  @JsonCreator
  public static ProblemId parse(String text) {
    UUID value;
    try {
      value = UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("problem id: " + text + " (expected: a UUID)", e);
    }
    if (!value.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("problem id: " + text + " (expected: a UUID)");
    }
    return new ProblemId(value);
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
