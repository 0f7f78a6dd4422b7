// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads the settings of services and starts nothing, so that whoever starts more than services
 * learns of a slip before a broker and a database are up.
 */
public final class SettingsCheck {

  /** What no record of ours holds. */
  private static final Map<String, Class<?>> OTHERS =
      Map.of(
          "spring.datasource.hikari.maximum-pool-size",
          Integer.class,
          "spring.kafka.producer.compression-type",
          Compression.class);

  private SettingsCheck() {}

  /** All records of settings that there are. */
  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan({
    "dev.assay.*.config",
    "dev.assay.messaging.broker",
    "dev.assay.service"
  })
  @EnableConfigurationProperties(LifecycleProperties.class)
  static class Settings {}

  /** As Kafka's clients name them. */
  enum Compression {
    NONE,
    GZIP,
    SNAPPY,
    LZ4,
    ZSTD
  }

  /**
   * What cannot be used, in one line that names the variable; empty if a start may be tried.
   *
   * @param services by the names of their configuration files
   * @param settings that are given besides the environment
   */
  public static Optional<String> trouble(List<String> services, Map<String, String> settings) {
    SpringApplication application = new SpringApplication(Settings.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(Map.of("spring.config.name", String.join(",", services)));
    AtomicReference<ConfigurableEnvironment> read =
        new AtomicReference<>(new StandardEnvironment());
    application.addInitializers(context -> read.set(context.getEnvironment()));
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    try (var context = application.run(arguments.toArray(String[]::new))) {
      Binder binder = Binder.get(context.getEnvironment());
      OTHERS.forEach(binder::bind);
      return Optional.empty();
    } catch (RuntimeException e) {
      // What is no fault of a setting is told by the start itself.
      return Optional.ofNullable(new SettingFaults(read.get()).line(e));
    }
  }
}
