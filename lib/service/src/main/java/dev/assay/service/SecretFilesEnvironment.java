// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import dev.assay.settings.SecretFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Lets every variable of ours be given as a file, to Spring's own names for properties as well. */
final class SecretFilesEnvironment implements EnvironmentPostProcessor, Ordered {

  private static final String VARIABLES =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> all = new LinkedHashMap<>(environment.getSystemEnvironment());
    Map<String, String> values = SecretFiles.values(variables(all));
    if (!values.isEmpty()) {
      all.putAll(values);
      // In the place of the variables: of these alone Spring lets some be nobody's.
      environment
          .getPropertySources()
          .replace(VARIABLES, new SystemEnvironmentPropertySource(VARIABLES, all));
    }
  }

  private static Map<String, String> variables(Map<String, Object> environment) {
    Map<String, String> variables = new LinkedHashMap<>();
    environment.forEach((name, value) -> variables.put(name, String.valueOf(value)));
    return variables;
  }

  /** Before the configuration files, which refer to what is read here. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
