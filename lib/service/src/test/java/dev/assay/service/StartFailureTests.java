// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

/** What is said of settings that cannot be used. */
class StartFailureTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --assay.dependencies.retry=soon | assay.dependencies.retry: soon (expected: a duration, such as 30s)
          --assay.dependencies.await=perhaps | assay.dependencies.await: perhaps (expected: true or false)
          --assay.dependencies.retry=${NONE:soon} | assay.dependencies.retry: soon (expected: a duration, such as 30s)
          --spring.datasource.url=nonsense?password=x | ASSAY_DB_URL: nonsense (expected: such as jdbc:postgresql://localhost:5432/assay)
          --assay.dependencies.retires=2  | assay.dependencies.retires: no such setting (expected: those of docs/configuration.md)
          --assay.dependencies.retry=1ns  | assay.dependencies.retry: PT0.000000001S (expected: must be longer than or equal to 10 millis)
          """)
  void aSettingIsToldByItsName(String argument, String line) {
    assertThat(line(failure(Nothing.class, argument))).isEqualTo(line);
  }

  @Test
  void whatOurOwnCodeSaysOfASettingIsTheLine() {
    assertThat(line(failure(Refusing.class))).isEqualTo("assay.x: 0 (expected: 1 or more)");
  }

  @Test
  void aFaultOfTheProgramIsNoneOfThem() {
    assertThat(line(failure(Broken.class))).isNull();
  }

  private static String line(Throwable failure) {
    return new SettingFaults(new StandardEnvironment()).line(failure);
  }

  private static Throwable failure(Class<?> service, String... arguments) {
    SpringApplication application = new SpringApplication(service);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    try {
      application.run(arguments).close();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("it started");
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(ServiceConfiguration.class)
  static class Nothing {}

  @Configuration(proxyBeanMethods = false)
  static class Refusing {

    @Bean
    Object refused() {
      throw new IllegalArgumentException("assay.x: 0 (expected: 1 or more)");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Broken {

    @Bean
    Object broken() {
      throw new NullPointerException("oops");
    }
  }
}
