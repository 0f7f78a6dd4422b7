// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** When enough has been tried: what N and M of a policy mean. */
public enum Stopping {
  /** N attempts and M verdicts on each, all asked for at once. */
  FIXED,
  /** At most N attempts and M verdicts on each, asked for while they can change the decision. */
  ADAPTIVE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with the names there are, if the text is none of them
   */
  @JsonCreator
  public static Stopping parse(String text) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("stopping: " + text + " (expected: " + names() + ")"));
  }

  private static String names() {
    return Arrays.stream(values()).map(Stopping::toString).collect(Collectors.joining(", "));
  }
}
