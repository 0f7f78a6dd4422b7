// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What is wrong with a setting, in the words of whoever set it: its name, its value, and what was
 * expected, without the classes that it was meant for.
 */
final class SettingFaults {

  private final ConfigurableEnvironment environment;
  private final SettingName names;

  /**
   * @param environment that the settings were read from
   */
  SettingFaults(ConfigurableEnvironment environment) {
    this.environment = environment;
    this.names = new SettingName(environment);
  }

  /** The reason, by the innermost exception that names a setting; null if none does. */
  @Nullable String line(Throwable failure) {
    String line = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String reason = reason(each);
      line = reason == null ? line : reason;
    }
    return line;
  }

  private @Nullable String reason(Throwable failure) {
    return switch (failure) {
      case BindValidationException invalid -> invalid(invalid);
      case UnboundConfigurationPropertiesException unknown -> unknown(unknown);
      case BindException unbound when unbound.getProperty() != null ->
          unbound(unbound, unbound.getProperty());
      case PortInUseException taken ->
          "port %d is taken (expected: a free one; ASSAY_PORT names another)"
              .formatted(taken.getPort());
      case IllegalArgumentException said when ours(said) ->
          names.in(String.valueOf(said.getMessage()));
      case IllegalStateException said when ours(said) ->
          names.in(String.valueOf(said.getMessage()));
      default -> null;
    };
  }

  /** Our own messages say what was expected. */
  private static boolean ours(RuntimeException failure) {
    return String.valueOf(failure.getMessage()).contains("(expected: ");
  }

  private String invalid(BindValidationException failure) {
    return failure.getValidationErrors().getAllErrors().stream()
        .map(error -> invalid(failure, error))
        .collect(Collectors.joining("; "));
  }

  private String invalid(BindValidationException failure, ObjectError error) {
    ValidationErrors errors = failure.getValidationErrors();
    return error instanceof FieldError field
        ? "%s: %s (expected: %s)"
            .formatted(
                names.of(errors.getBoundProperties(), errors.getName(), field.getField()),
                field.getRejectedValue(),
                field.getDefaultMessage())
        : errors.getName() + ": " + error.getDefaultMessage();
  }

  private String unbound(BindException failure, ConfigurationProperty property) {
    Class<?> type =
        Objects.requireNonNullElse(failure.getTarget().getType().resolve(), Object.class);
    String value = environment.resolvePlaceholders(String.valueOf(property.getValue()));
    return "%s: %s (expected: %s)".formatted(names.of(property), value, expected(type, failure));
  }

  private static String expected(Class<?> type, BindException failure) {
    Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (Number.class.isAssignableFrom(wanted)) {
      return wanted == Double.class ? "a number" : "a whole number";
    }
    if (wanted == Boolean.class) {
      return "true or false";
    }
    if (wanted == Duration.class) {
      return "a duration, such as 30s";
    }
    if (wanted == DataSize.class) {
      return "a size, such as 512MB";
    }
    return wanted.isEnum() ? names(wanted) : innermost(failure);
  }

  private static String names(Class<?> choice) {
    return Arrays.stream(choice.getEnumConstants())
        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  /** A library's own objection to a value that it was given. */
  private static String innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return "what its library takes, which says: " + innermost.getMessage();
  }

  private static String unknown(UnboundConfigurationPropertiesException failure) {
    return failure.getUnboundProperties().stream()
        .map(each -> each.getName().toString())
        .sorted()
        .collect(
            Collectors.joining(
                ", ", "", ": no such setting (expected: those of docs/configuration.md)"));
  }
}
