// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Configuration;

/**
 * What clients of the broker are configured with by the variables of this process, for programs
 * that are no services: it is read as services read it, secrets in files and certificates included.
 */
public final class BrokerClients {

  private BrokerClients() {}

  /**
   * By the environment of this process.
   *
   * @throws IllegalArgumentException by the name of the variable, if it says what cannot be
   */
  public static Map<String, Object> ofEnvironment() {
    return of(Map.of());
  }

  /**
   * By the environment and what is said beside it.
   *
   * @param settings by the names of Spring Boot or of our variables
   */
  static Map<String, Object> of(Map<String, Object> settings) {
    SpringApplication program = new SpringApplication(Nothing.class);
    program.setWebApplicationType(WebApplicationType.NONE);
    program.setBannerMode(Banner.Mode.OFF);
    program.setLogStartupInfo(false);
    program.setRegisterShutdownHook(false);
    program.setLazyInitialization(true);
    // The log is the program's own affair.
    program.setListeners(
        program.getListeners().stream()
            .filter(each -> !(each instanceof LoggingApplicationListener))
            .toList());
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spring.config.import", "classpath:messaging.yaml");
    program.setDefaultProperties(all);
    try (var context = program.run()) {
      Map<String, Object> clients =
          new HashMap<>(context.getBean(KafkaProperties.class).buildAdminProperties());
      clients.put(
          AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
          context.getBean(KafkaConnectionDetails.class).getAdmin().getBootstrapServers());
      return clients;
    } catch (BeansException | BindException e) {
      throw new IllegalArgumentException("Kafka's settings: " + innermost(e).getMessage(), e);
    }
  }

  private static Throwable innermost(Throwable failure) {
    return failure.getCause() == null ? failure : innermost(failure.getCause());
  }

  /** A program of settings only. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({SslAutoConfiguration.class, KafkaAutoConfiguration.class})
  static class Nothing {}
}
