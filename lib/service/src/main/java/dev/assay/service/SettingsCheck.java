// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Reads the settings of services and starts nothing, so that whoever starts more than services
 * learns of a slip before a broker and a database are up.
 */
public final class SettingsCheck {

  /** Numbers that no record of ours holds. */
  private static final String CONNECTIONS = "spring.datasource.hikari.maximum-pool-size";

  private SettingsCheck() {}

  /** All records of settings that there are. */
  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("dev.assay")
  @EnableConfigurationProperties(LifecycleProperties.class)
  static class Settings {}

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
    AtomicReference<@Nullable Environment> read = new AtomicReference<>();
    application.addInitializers(context -> read.set(context.getEnvironment()));
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    try (var context = application.run(arguments.toArray(String[]::new))) {
      Binder.get(context.getEnvironment()).bind(CONNECTIONS, Integer.class);
      return Optional.empty();
    } catch (RuntimeException e) {
      // What is no fault of a setting is told by the start itself.
      return Optional.ofNullable(new SettingFaults(resolving(read.get())).line(e));
    }
  }

  private static UnaryOperator<String> resolving(@Nullable Environment environment) {
    return environment == null ? UnaryOperator.identity() : environment::resolvePlaceholders;
  }
}
