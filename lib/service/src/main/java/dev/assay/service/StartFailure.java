// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import dev.assay.text.PlainText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

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
    String line = new SettingFaults(environment()).line(failure);
    if (line == null) {
      return false;
    }
    LOG.error("cannot start {}: {}", name(), PlainText.line(line, LONGEST));
    LOG.debug("cannot start", failure);
    return true;
  }

  private ConfigurableEnvironment environment() {
    return context == null ? new StandardEnvironment() : context.getEnvironment();
  }

  private String name() {
    return context == null
        ? "the service"
        : context.getEnvironment().getProperty("spring.application.name", "the service");
  }
}
