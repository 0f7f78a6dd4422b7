// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.critic.CriticApplication;
import dev.assay.gateway.GatewayApplication;
import dev.assay.generator.GeneratorApplication;
import dev.assay.refine.RefineApplication;
import dev.assay.service.SettingsCheck;
import dev.assay.verifier.VerifierApplication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The five services as contexts of this process, and what each is told. */
final class Services {

  private static final String DATABASE =
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";
  private static final String GATEWAY = "gateway";
  private static final String READINESS = "management.endpoint.health.group.readiness.include";
  private static final String MODEL = "dev.assay.roles.config.RoleConfiguration";

  /** The gateway is last: when it answers, everybody behind it is there. */
  static final List<Service> ALL =
      List.of(
          new Service("generator-service", GeneratorApplication::application, DATABASE),
          new Service("critic-service", CriticApplication::application, DATABASE),
          new Service("refine-service", RefineApplication::application, DATABASE),
          new Service("verifier-service", VerifierApplication::application, ""),
          new Service(GATEWAY, GatewayApplication::application, MODEL));

  private Services() {}

  /**
   * What their settings say that cannot be used, in one line that names the variable; empty if a
   * start may be tried.
   *
   * @param settings besides the environment
   */
  static Optional<String> trouble(Map<String, String> settings) {
    Service.logOnce();
    Map<String, String> all = new LinkedHashMap<>(ModelSettings.here(GATEWAY));
    all.putAll(settings);
    return SettingsCheck.trouble(ALL.stream().map(Service::name).toList(), all);
  }

  /**
   * A service that can be started.
   *
   * @param foreign auto-configuration that is on the class path for another service's sake
   */
  record Service(String name, Supplier<SpringApplication> application, String foreign) {

    /** The log is set up by logback.xml: each set-up anew would lose lines of those that run. */
    private static void logOnce() {
      System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
      if (!SLF4JBridgeHandler.isInstalled()) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
      }
    }

    /** Starts it; stopping it is the caller's, in the order that the caller chooses. */
    ConfigurableApplicationContext start(Map<String, String> settings) {
      logOnce();
      SpringApplication service = application.get();
      service.setRegisterShutdownHook(false);
      service.setBannerMode(Banner.Mode.OFF);
      service.setLogStartupInfo(false);
      List<String> arguments = new ArrayList<>();
      arguments.add("--spring.autoconfigure.exclude=" + foreign);
      if (name.equals(GATEWAY)) {
        // Nobody looks again here: whoever asks is told how it is now.
        arguments.add("--" + READINESS + "=readinessState,db,kafka");
      } else {
        // One door, one set of metrics.
        arguments.add("--spring.main.web-application-type=none");
        arguments.add("--management.prometheus.metrics.export.enabled=false");
        arguments.add("--management.simple.metrics.export.enabled=false");
        // Or each count would be kept five times.
        arguments.add("--management.metrics.use-global-registry=false");
      }
      Map<String, String> all = new LinkedHashMap<>(settings);
      all.putAll(ModelSettings.here(name));
      all.forEach((key, value) -> arguments.add("--" + key + "=" + value));
      return service.run(arguments.toArray(String[]::new));
    }
  }
}
