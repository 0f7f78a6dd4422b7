// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Names a setting as whoever set it knows it: by the variable of the environment that its value is
 * taken from, and by the property only where there is none.
 */
record SettingName(ConfigurableEnvironment environment) {

  /** A configuration file's reference to a variable. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

  /** How our own objections begin. */
  private static final Pattern PROPERTY = Pattern.compile("(assay\\.[a-z0-9.-]+): .*");

  String of(ConfigurationProperty property) {
    return variable(property.getValue()).orElseGet(() -> property.getName().toString());
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

  /** The objection, where it begins with a property by the name of the variable. */
  String in(String objection) {
    Matcher begins = PROPERTY.matcher(objection);
    if (!begins.matches()) {
      return objection;
    }
    String property = begins.group(1);
    return raw(property)
        .flatMap(this::variable)
        .map(variable -> variable + objection.substring(property.length()))
        .orElse(objection);
  }

  private Optional<Object> raw(String property) {
    return environment.getPropertySources().stream()
        .map(source -> source.getProperty(property))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** One that is set: with the default in its place it is not to blame. */
  private Optional<String> variable(Object value) {
    return VARIABLE
        .matcher(String.valueOf(value))
        .results()
        .map((MatchResult reference) -> reference.group(1))
        .filter(each -> !environment.resolvePlaceholders("${" + each + ":}").isBlank())
        .findFirst();
  }
}
