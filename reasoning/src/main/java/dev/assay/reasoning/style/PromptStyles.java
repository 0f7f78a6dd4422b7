// SPDX-License-Identifier: Apache-2.0
package dev.assay.reasoning.style;

import java.util.List;
import java.util.stream.Collectors;

/** The styles that configuration may name. */
public final class PromptStyles {

  private static final List<PromptStyle> ALL = List.of(new CompactStyle(), new GeneralStyle());

  private PromptStyles() {}

  /**
   * @throws IllegalArgumentException with the names there are, if this is none of them
   */
  public static PromptStyle named(String name) {
    return ALL.stream()
        .filter(style -> style.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "style: "
                        + name
                        + " (expected: "
                        + ALL.stream().map(PromptStyle::name).collect(Collectors.joining(", "))
                        + ")"));
  }
}
