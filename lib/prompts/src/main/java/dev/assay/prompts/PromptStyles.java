// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The styles that configuration may name: those on the class path. */
public final class PromptStyles {

  private PromptStyles() {}

  /**
   * @throws IllegalArgumentException with the names there are, if this is none of them
   */
  public static PromptStyle named(String name) {
    List<PromptStyle> installed =
        ServiceLoader.load(PromptStyle.class).stream().map(ServiceLoader.Provider::get).toList();
    return installed.stream()
        .filter(style -> style.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "style: "
                        + name
                        + " (expected: "
                        + installed.stream()
                            .map(PromptStyle::name)
                            .sorted()
                            .collect(Collectors.joining(", "))
                        + ")"));
  }
}
