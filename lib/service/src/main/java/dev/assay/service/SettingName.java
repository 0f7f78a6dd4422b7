// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Names a setting as whoever set it knows it: by the variable of the environment that its value is
 * taken from, and by the property only where there is none.
 *
 * @param values puts values in the places of placeholders
 */
record SettingName(UnaryOperator<String> values) {

  /** A configuration file's reference to a variable. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

  String of(ConfigurationProperty property) {
    return VARIABLE
        .matcher(String.valueOf(property.getValue()))
        .results()
        .map(MatchResult::group)
        .map(reference -> reference.substring(2))
        .filter(variable -> !values.apply("${" + variable + ":}").isBlank())
        .findFirst()
        .orElseGet(() -> property.getName().toString());
  }

  /**
   * Of a part of what was bound.
   *
   * @param bound the properties that had a value
   * @param field its name in the code
   */
  String of(
      Collection<ConfigurationProperty> bound, ConfigurationPropertyName prefix, String field) {
    String dashed = prefix + "." + DataObjectPropertyName.toDashedForm(field);
    return bound.stream()
        .filter(each -> each.getName().toString().equals(dashed))
        .findFirst()
        .map(this::of)
        .orElse(prefix + "." + field);
  }
}
