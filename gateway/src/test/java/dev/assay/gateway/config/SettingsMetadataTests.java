// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Json;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What is written down of the gateway's properties, against the properties. */
class SettingsMetadataTests {

  @Test
  void everyPropertyIsWrittenDownAndNoneBesides() throws IOException {
    assertThat(written())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    names("assay.gateway", GatewayProperties.class),
                    names("assay.store", StoreProperties.class))
                .toList());
  }

  @Test
  void theDefaultsThatAreWrittenDownAreThoseInForce() throws IOException {
    String[] defaults =
        metadata()
            .filter(each -> each.has("defaultValue"))
            .map(each -> each.path("name").asString() + "=" + each.path("defaultValue").asString())
            .toArray(String[]::new);
    ApplicationContextRunner runner =
        new ApplicationContextRunner().withUserConfiguration(Properties.class);

    runner
        .withPropertyValues(defaults)
        .run(
            said ->
                runner.run(
                    unsaid -> {
                      assertThat(said.getBean(StoreProperties.class))
                          .isEqualTo(unsaid.getBean(StoreProperties.class));
                      GatewayProperties written = said.getBean(GatewayProperties.class);
                      GatewayProperties inForce = unsaid.getBean(GatewayProperties.class);
                      assertThat(written.defaultPolicy()).isEqualTo(inForce.defaultPolicy());
                      assertThat(written.waits()).isEqualTo(inForce.waits());
                      assertThat(written.largestBody()).isEqualTo(inForce.largestBody());
                    }));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({GatewayProperties.class, StoreProperties.class})
  static class Properties {}

  private static List<String> written() throws IOException {
    return metadata()
        .map(each -> each.path("name").asString())
        .filter(name -> name.startsWith("assay."))
        .toList();
  }

  private static Stream<JsonNode> metadata() throws IOException {
    Path file = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");
    return Json.mapper().readTree(Files.readString(file)).path("properties").valueStream();
  }

  /** By the parameters of its constructor: there Spring looks for names. */
  private static Stream<String> names(String prefix, Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
        .flatMap(each -> names(prefix, each));
  }

  private static Stream<String> names(String prefix, Parameter component) {
    String path =
        component.isAnnotationPresent(Name.class)
            ? prefix
            : prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
    Class<?> type = component.getType();
    return type.isRecord() ? names(path, type) : Stream.of(path);
  }
}
