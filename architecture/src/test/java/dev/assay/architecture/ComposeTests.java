// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** The compose file tells each program what it listens to, and nothing that nobody hears. */
class ComposeTests {

  private static final Sources PROJECT = Sources.ofThisProject();

  /** The programs of the services, by their names in the compose file. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "gateway", "gateway",
          "generator-service", "generator-service",
          "critic-service", "critic-service",
          "refine-service", "refine-service",
          "verifier-service", "verifier-service",
          "model", "embedded/model-server",
          "migrate", "db");

  /**
   * Left as they are, because one machine needs no other: weights, data and TLS are elsewhere, and
   * the rest is a matter of size.
   */
  private static final Set<String> LEFT_ALONE =
      Set.of(
          "ASSAY_MODELS",
          // Compose hands it on as ASSAY_PROTOCOL, which took its place.
          "ASSAY_STYLE",
          "ASSAY_LIKELIHOOD",
          "ASSAY_DATA_FOLDER",
          "ASSAY_LEAST_FREE",
          "ASSAY_RETENTION",
          "ASSAY_STOP_WITHIN",
          "ASSAY_SLOTS",
          "ASSAY_DB_TRIES",
          "ASSAY_GATEWAY_DB_CONNECTIONS",
          "ASSAY_KAFKA_PROTOCOL",
          "ASSAY_KAFKA_MECHANISM",
          "ASSAY_KAFKA_LOGIN",
          "ASSAY_CURRENCY");

  /** The gateway asks no model, so it is given neither a name nor a key, nor how one is called. */
  private static final Set<String> NOT_THE_GATEWAYS =
      Set.of("ASSAY_MODEL_NAME", "ASSAY_MODEL_API_KEY");

  private static final String CALLS = "ASSAY_MODEL_CALLS_";

  private final Settings settings = new Settings(PROJECT);

  @Test
  void whatIsSetIsListenedTo() {
    Map<String, Set<String>> unheard = new TreeMap<>();
    PROGRAMS.forEach(
        (service, program) -> {
          Set<String> set = set(service);
          assertThat(set).as(service).isNotEmpty();
          set.removeAll(settings.of(program).keySet());
          set.removeAll(calls(program));
          unheard.put(service, set);
        });

    assertThat(unheard.values()).allSatisfy(each -> assertThat(each).isEmpty());
  }

  @Test
  void whatIsListenedToIsSetOrLeftAlone() {
    PROGRAMS.forEach(
        (service, program) -> {
          Set<String> open = named(program);
          open.addAll(calls(program));
          open.removeAll(set(service));
          open.removeAll(LEFT_ALONE);
          if (service.equals("gateway")) {
            open.removeAll(NOT_THE_GATEWAYS);
            open.removeIf(each -> each.startsWith(CALLS));
          }
          assertThat(open).as(service).isEmpty();
        });
  }

  /** Variables that stand for properties of all roles: how a model on a server is called. */
  private Set<String> calls(String program) {
    return settings.of(program).values().stream()
        .map(Setting::property)
        .filter(each -> each.startsWith("assay.role.model.calls."))
        .map(each -> each.substring("assay.role.model.calls.".length()))
        .map(each -> CALLS + each.replace('-', '_').toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Variables that a file of configuration names: what operators are expected to say. */
  private Set<String> named(String program) {
    return settings.of(program).values().stream()
        .filter(each -> !each.variable().equals(Setting.variableOf(each.property())))
        .map(Setting::variable)
        .map(ComposeTests::secret)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Variables of a service, a secret's file standing for the secret. */
  private static Set<String> set(String service) {
    String prefix = "services." + service + ".environment.";
    return compose().keySet().stream()
        .filter(each -> each.startsWith(prefix + "ASSAY_"))
        .map(each -> each.substring(prefix.length()))
        .map(ComposeTests::secret)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String secret(String variable) {
    return variable.endsWith("_FILE") ? variable.substring(0, variable.length() - 5) : variable;
  }

  private static Map<String, Object> compose() {
    try {
      var file = new FileSystemResource(PROJECT.root().resolve("docker-compose.yml"));
      var source = new YamlPropertySourceLoader().load("compose", file).getFirst();
      Map<String, Object> all = new TreeMap<>();
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        all.put(name, source.getProperty(name));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
