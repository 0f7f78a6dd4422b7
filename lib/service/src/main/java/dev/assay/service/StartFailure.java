// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import dev.assay.text.PlainText;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Tells in one line why a process cannot start, where the reason is one that whoever started it can
 * mend. Anything else is a fault of the program, and told with its trace.
 */
final class StartFailure implements SpringBootExceptionReporter {

  private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);
  private static final int LONGEST = 2_000;

  private final @Nullable ConfigurableApplicationContext context;

  /** Spring hands over the context that failed, or null if there is none yet. */
  StartFailure(@Nullable ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Override
  public boolean reportException(Throwable failure) {
    String line = line(failure);
    if (line == null) {
      return false;
    }
    LOG.error("cannot start {}: {}", name(), PlainText.line(line, LONGEST));
    LOG.debug("cannot start", failure);
    return true;
  }

  private String name() {
    return context == null
        ? "the service"
        : context.getEnvironment().getProperty("spring.application.name", "the service");
  }

  /** The reason, by the innermost exception that names a setting; null if none does. */
  static @Nullable String line(Throwable failure) {
    String line = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String reason = reason(each);
      line = reason == null ? line : reason;
    }
    return line;
  }

  private static @Nullable String reason(Throwable failure) {
    return switch (failure) {
      case BindValidationException invalid -> invalid(invalid);
      case UnboundConfigurationPropertiesException unknown -> unknown(unknown);
      case BindException unbound when unbound.getProperty() != null -> unbound(unbound);
      case org.springframework.boot.web.server.PortInUseException taken ->
          "port %d is taken (expected: a free one; ASSAY_PORT names another)"
              .formatted(taken.getPort());
      case IllegalArgumentException said when ours(said) -> said.getMessage();
      case IllegalStateException said when ours(said) -> said.getMessage();
      default -> null;
    };
  }

  /** Our own messages say what was expected. */
  private static boolean ours(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("(expected: ");
  }

  private static String invalid(BindValidationException failure) {
    return failure.getValidationErrors().getAllErrors().stream()
        .map(error -> invalid(failure, error))
        .collect(Collectors.joining("; "));
  }

  private static String invalid(BindValidationException failure, ObjectError error) {
    String prefix = String.valueOf(failure.getValidationErrors().getName());
    return error instanceof FieldError field
        ? "%s.%s: %s (expected: %s)"
            .formatted(
                prefix, field.getField(), field.getRejectedValue(), field.getDefaultMessage())
        : prefix + ": " + error.getDefaultMessage();
  }

  private static String unbound(BindException failure) {
    Object value = Objects.requireNonNull(failure.getProperty()).getValue();
    return "%s: %s (expected: a value of type %s)"
        .formatted(failure.getName(), value, failure.getTarget().getType());
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
