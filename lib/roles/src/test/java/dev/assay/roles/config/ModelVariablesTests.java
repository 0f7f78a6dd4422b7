// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

class ModelVariablesTests {

  @Test
  void eachWayOfCallingHasItsVariable() {
    assertThat(ModelVariables.properties().map(ModelVariables::variable))
        .containsExactly(
            "ASSAY_MODEL_API_KEY_FILE",
            "ASSAY_MODEL_CALLS_STREAM",
            "ASSAY_MODEL_CALLS_RENAME",
            "ASSAY_MODEL_CALLS_LEAVE_OUT",
            "ASSAY_MODEL_CALLS_ADD",
            "ASSAY_MODEL_CALLS_LOG_PROBABILITIES",
            "ASSAY_MODEL_CALLS_CONNECT_TIMEOUT",
            "ASSAY_MODEL_CALLS_FIRST_BYTE_TIMEOUT",
            "ASSAY_MODEL_CALLS_BETWEEN_BYTES_TIMEOUT",
            "ASSAY_MODEL_CALLS_MOST",
            "ASSAY_MODEL_CALLS_PREFILL",
            "ASSAY_MODEL_CALLS_CONSTRAINT",
            "ASSAY_MODEL_CALLS_GZIP");
  }

  @Test
  void whatIsSetIsThePropertyAndWhatIsBlankIsNot() {
    StandardEnvironment environment =
        with(
            Map.of(
                "ASSAY_MODEL_CALLS_ADD", "{\"a\": {\"b\": 1}}",
                "ASSAY_MODEL_CALLS_MOST", "",
                "ASSAY_MODEL_CALLS_STREAM", " ",
                "ASSAY_MODEL_API_KEY_FILE", "/run/secrets/key"));

    assertThat(environment.getProperty("assay.role.model.calls.add"))
        .isEqualTo("{\"a\": {\"b\": 1}}");
    assertThat(environment.getProperty("assay.role.model.api-key-file"))
        .isEqualTo("/run/secrets/key");
    assertThat(environment.containsProperty("assay.role.model.calls.most")).isFalse();
    assertThat(environment.containsProperty("assay.role.model.calls.stream")).isFalse();
  }

  @Test
  void theVariableOfOneServiceGoesBeforeAndAFileBehind() {
    StandardEnvironment environment =
        with(
            Map.of(
                "ASSAY_MODEL_CALLS_MOST", "4",
                "ASSAY_ROLE_MODEL_CALLS_MOST", "8",
                "ASSAY_MODEL_CALLS_GZIP", "true"));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("file", Map.of("assay.role.model.calls.gzip", "false")));

    assertThat(environment.getProperty("assay.role.model.calls.gzip")).isEqualTo("true");
    assertThat(environment.getProperty("assay.role.model.calls.most")).isEqualTo("8");
  }

  /** Of the framework's own some need what a service brings. */
  @Test
  void everyServiceHasIt() {
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                .load(EnvironmentPostProcessor.class, (_, _, _) -> {}))
        .hasAtLeastOneElementOfType(ModelVariables.class);
  }

  private static StandardEnvironment with(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
    new ModelVariables().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
