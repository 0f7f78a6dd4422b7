// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.model.ModelSource;
import dev.assay.roles.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The role that a service plays, without the service: what is measured with it holds for the
 * service too, as both are wired from the same configuration.
 *
 * @param source of its model, as it is configured
 */
public record ServiceRole(Role role, ModelSource source) {

  /** What is drawn for a study has no deadline: the time of its problems does not pass. */
  static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

  /**
   * Opens the model, which stays open as long as the process.
   *
   * @param service such as {@code critic-service}; its configuration is on the class path
   * @param settings that the configuration refers to, such as {@code ASSAY_MODELS}
   */
  public static ServiceRole of(String service, Map<String, String> settings) {
    SpringApplication application =
        new SpringApplicationBuilder(RoleAlone.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties("spring.config.name=" + service)
            .build();
    String[] arguments =
        settings.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    ConfigurableApplicationContext context = application.run(arguments);
    return new ServiceRole(context.getBean(Role.class), context.getBean(ModelSource.class));
  }

  /** The folder of its model, or null where a server runs it. */
  @Nullable Path folder() {
    return source.url() == null ? source.folder() : null;
  }

  /** The wiring of a role, and no other. */
  @Configuration(proxyBeanMethods = false)
  @Import(Wiring.class)
  static class RoleAlone {

    @Bean
    InstantSource clock() {
      return STILL;
    }
  }

  /** By name: nobody but the container may ask for the wiring. */
  static final class Wiring implements ImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata metadata) {
      return new String[] {
        "dev.assay.roles.config.ProtocolConfiguration", "dev.assay.roles.config.RoleConfiguration"
      };
    }
  }
}
