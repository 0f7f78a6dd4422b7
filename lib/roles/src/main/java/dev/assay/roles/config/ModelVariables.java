// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.model.ServerCalls;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Lets one variable say for all roles how a model on a server is called: {@code
 * ASSAY_MODEL_CALLS_LEAVE_OUT} and so on. A placeholder in the configuration file could not: one
 * that is blank, as compose hands on what nobody set, is no number, no time and no truth, and would
 * be refused.
 */
final class ModelVariables implements EnvironmentPostProcessor, Ordered {

  private static final String PROPERTY = "assay.role.model.";
  private static final String VARIABLE = "ASSAY_MODEL_";

  private static final String VARIABLES =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  /** The properties that have such a variable, as they are written. */
  static Stream<String> properties() {
    Stream<String> calls = ServerCalls.settings().stream().map("calls."::concat);
    return Stream.concat(Stream.of("api-key-file"), calls).map(PROPERTY::concat);
  }

  static String variable(String property) {
    String name = property.substring(PROPERTY.length()).replace('.', '_').replace('-', '_');
    return VARIABLE + name.toUpperCase(Locale.ROOT);
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> said = new LinkedHashMap<>();
    properties()
        .forEach(
            property -> {
              String value = environment.getProperty(variable(property), "");
              if (!value.isBlank()) {
                said.put(property, value);
              }
            });
    MutablePropertySources sources = environment.getPropertySources();
    MapPropertySource source = new MapPropertySource("model-variables", said);
    // Behind the variables of one service alone, and before what files say.
    if (sources.contains(VARIABLES)) {
      sources.addAfter(VARIABLES, source);
    } else {
      sources.addLast(source);
    }
  }

  /** When secrets have been read, and before the configuration files are. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 5;
  }
}
