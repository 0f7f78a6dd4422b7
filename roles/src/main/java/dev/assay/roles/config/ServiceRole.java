// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.roles.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * The role that a service would play, without the service: what is measured with it holds for the
 * service too, as both read the same configuration.
 *
 * @param folder of its model, or null where a server runs it
 */
public record ServiceRole(Role role, @Nullable Path folder) {

  /**
   * Opens the model, which stays open as long as the process.
   *
   * @param service such as {@code critic-service}; its configuration is on the class path
   * @param settings that the configuration refers to, such as {@code ASSAY_MODELS}
   */
  public static ServiceRole of(String service, Map<String, String> settings) {
    RoleProperties properties = properties(service, settings);
    RoleConfiguration configuration = new RoleConfiguration();
    Role role = configuration.role(configuration.model(properties), properties);
    String url = properties.model().url();
    return new ServiceRole(role, url == null || url.isBlank() ? properties.model().folder() : null);
  }

  private static RoleProperties properties(String service, Map<String, String> settings) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.addFirst(new MapPropertySource("settings", Map.copyOf(settings)));
    try {
      ClassPathResource file = new ClassPathResource(service + ".yaml");
      new YamlPropertySourceLoader().load(service, file).forEach(sources::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException("no configuration of " + service + " on the class path", e);
    }
    return Binder.get(environment).bind("assay.role", RoleProperties.class).get();
  }
}
