// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ModelPrice;
import dev.assay.model.ModelSource;
import dev.assay.model.ServerCalls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class RolePropertiesTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Bound.class);

  @Test
  void aFolderIsEnough() {
    bind(
        properties ->
            assertThat(properties)
                .isEqualTo(
                    new RoleProperties(
                        new ModelSource(
                            null, Path.of("models/some"), null, null, null, null, null, null),
                        "",
                        "",
                        false,
                        null,
                        null,
                        0,
                        Duration.ofSeconds(60),
                        65_536)),
        "assay.role.model.folder=models/some");
  }

  @Test
  void everyPropertyIsRead() {
    bind(
        properties ->
            bind(
                defaults -> {
                  assertEveryComponentDiffers(properties, defaults);
                  assertEveryComponentDiffers(properties.model(), defaults.model());
                  assertEveryComponentDiffers(properties.model().calls(), defaults.model().calls());
                  assertEveryComponentDiffers(properties.model().price(), defaults.model().price());
                  assertThat(properties)
                      .isEqualTo(
                          new RoleProperties(
                              new ModelSource(
                                  "openai",
                                  Path.of("elsewhere"),
                                  "http://localhost:8000/v1",
                                  "big",
                                  "secret",
                                  Path.of("key"),
                                  new ServerCalls(
                                      true,
                                      "max_tokens=max_completion_tokens",
                                      "seed, top_p",
                                      "{\"cache_salt\": \"a\"}",
                                      true,
                                      Duration.ofSeconds(1),
                                      Duration.ofSeconds(2),
                                      Duration.ofSeconds(3),
                                      4,
                                      ServerCalls.Prefill.LAST_MESSAGE,
                                      ServerCalls.Constraint.JSON_SCHEMA,
                                      true),
                                  new ModelPrice(
                                      new BigDecimal("0.15"),
                                      new BigDecimal("0.6"),
                                      new BigDecimal("0.075"),
                                      "EUR")),
                              "general",
                              "words",
                              true,
                              0.2,
                              0.9,
                              1_024,
                              Duration.ofSeconds(5),
                              4_096));
                },
                "assay.role.model.folder=models/some"),
        "assay.role.model.provider=openai",
        "assay.role.model.folder=elsewhere",
        "assay.role.model.url=http://localhost:8000/v1",
        "assay.role.model.name=big",
        "assay.role.model.api-key=secret",
        "assay.role.model.api-key-file=key",
        "assay.role.model.calls.stream=true",
        "assay.role.model.calls.rename=max_tokens=max_completion_tokens",
        "assay.role.model.calls.leave-out=seed, top_p",
        "assay.role.model.calls.add={\"cache_salt\": \"a\"}",
        "assay.role.model.calls.log-probabilities=true",
        "assay.role.model.calls.connect-timeout=1s",
        "assay.role.model.calls.first-byte-timeout=2s",
        "assay.role.model.calls.between-bytes-timeout=3s",
        "assay.role.model.calls.most=4",
        "assay.role.model.calls.prefill=last-message",
        "assay.role.model.calls.constraint=json_schema",
        "assay.role.model.calls.gzip=true",
        "assay.role.model.price.input=0.15",
        "assay.role.model.price.output=0.6",
        "assay.role.model.price.cached-input=0.075",
        "assay.role.model.price.currency=EUR",
        "assay.role.protocol=general",
        "assay.role.prompts=words",
        "assay.role.votes=true",
        "assay.role.temperature=0.2",
        "assay.role.top-p=0.9",
        "assay.role.max-tokens=1024",
        "assay.role.timeout=5s",
        "assay.role.max-reply-bytes=4096");
  }

  /** Fails for the component that somebody adds and nobody sets above. */
  private static void assertEveryComponentDiffers(Record one, Record other) {
    assertThat(Arrays.stream(one.getClass().getRecordComponents()))
        .allSatisfy(
            component ->
                assertThat(value(component, one))
                    .as(component.getName())
                    .isNotNull()
                    .isNotEqualTo(value(component, other)));
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assay.role.max-tokenz=5",
        "assay.role.model.foldr=x",
        "assay.role.model.calls.streem=true",
        "assay.role.stile=compact",
      })
  void aTypoIsRefusedAtTheStart(String property) {
    assertRefused(property.substring(0, property.indexOf('=')), property);
  }

  @ParameterizedTest
  @CsvSource({
    "temperature, -0.1",
    "temperature, 2.1",
    "temperature, warm",
    "top-p, 0",
    "top-p, 1.01",
    "max-tokens, -1",
    "max-tokens, 131073",
    "max-tokens, 1.5",
    "timeout, 0s",
    "timeout, -1s",
    "timeout, soon",
    "max-reply-bytes, 1023",
    "max-reply-bytes, 131073",
  })
  void nonsenseIsRefusedAtTheStart(String name, String value) {
    assertRefused(name, "assay.role." + name + "=" + value);
  }

  @ParameterizedTest
  @CsvSource({
    "temperature, 0",
    "temperature, 2",
    "top-p, 0.0001",
    "top-p, 1",
    "max-tokens, 0",
    "max-tokens, 1",
    "max-tokens, 131072",
    "timeout, 1ms",
    "timeout, 1h",
    "max-reply-bytes, 1024",
    "max-reply-bytes, 131072",
  })
  void theEdgesAreAccepted(String name, String value) {
    bind(
        properties -> assertThat(properties).isNotNull(),
        "assay.role.model.folder=models/some",
        "assay.role." + name + "=" + value);
  }

  @Test
  void withoutAModelThereIsNoRole() {
    runner.run(
        context ->
            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("model"));
  }

  private void bind(Consumer<RoleProperties> check, String... properties) {
    runner
        .withPropertyValues(properties)
        .run(context -> check.accept(context.getBean(RoleProperties.class)));
  }

  private void assertRefused(String what, String property) {
    runner
        .withPropertyValues("assay.role.model.folder=models/some", property)
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(messages(context.getStartupFailure()))
                  .containsIgnoringCase(what.replace("-", ""));
            });
  }

  /** All messages of the chain, without the hyphens that only some of them write. */
  private static String messages(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(each.getMessage()).append('\n');
    }
    return text.toString().replace("-", "");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(RoleProperties.class)
  static class Bound {}
}
