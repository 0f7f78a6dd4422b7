// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SecretFilesEnvironmentTests {

  @TempDir private Path folder;

  @Test
  void aFilesValueIsFoundByPlaceholdersAndByTheNamesOfProperties() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "s3cret\n");
    StandardEnvironment environment =
        with(Map.of("ASSAY_KEY_FILE", key.toString(), "ASSAY_ROLE_MODEL_APIKEY_FILE", "" + key));

    new SecretFilesEnvironment().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.resolvePlaceholders("${ASSAY_KEY:none}")).isEqualTo("s3cret");
    assertThat(
            Binder.get(environment).bind("assay.role.model.api-key", String.class).orElse("none"))
        .isEqualTo("s3cret");
  }

  @Test
  void aSecretIsNoMisspeltPropertyOfWhatItsNameBeginsWith() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "s3cret\n");
    StandardEnvironment environment =
        with(Map.of("ASSAY_GATEWAY_DB_PASSWORD_FILE", "" + password, "ASSAY_GATEWAY_SIZE", "7"));

    new SecretFilesEnvironment().postProcessEnvironment(environment, new SpringApplication());

    BindHandler strict =
        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
    assertThat(Binder.get(environment, strict).bind("assay.gateway", Sized.class).get())
        .isEqualTo(new Sized(7));
  }

  record Sized(int size) {}

  private static StandardEnvironment with(Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    return new StandardEnvironment() {
      @Override
      public Map<String, Object> getSystemEnvironment() {
        return all;
      }

      @Override
      protected void customizePropertySources(MutablePropertySources sources) {
        sources.addLast(
            new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
      }
    };
  }
}
