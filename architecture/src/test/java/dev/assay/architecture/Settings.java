// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import dev.assay.architecture.Placeholders.Placeholder;
import dev.assay.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;

/**
 * All that programs can be told, as the build knows it: by the variables that their configuration
 * files refer to, and by the metadata of their own properties.
 */
final class Settings {

  private static final String METADATA =
      "target/classes/META-INF/spring-configuration-metadata.json";
  private static final String IMPORTS = "spring.config.import";
  private static final String PACKAGED = "<artifactId>spring-boot-maven-plugin</artifactId>";

  private final Sources sources;

  Settings(Sources sources) {
    this.sources = sources;
  }

  /** The modules that are packaged as programs. */
  List<String> programs() {
    return sources.modules().stream()
        .filter(module -> Sources.read(pom(module)).contains(PACKAGED))
        .toList();
  }

  private Path pom(String module) {
    return sources.root().resolve(module).resolve("pom.xml");
  }

  /** Settings of a program by their variables. */
  Map<String, Setting> of(String program) {
    Map<String, Setting> all = new TreeMap<>();
    Map<String, Described> described = described(program);
    for (Path file : files(program)) {
      properties(file)
          .forEach((property, value) -> refer(all, described, program, property, value));
    }
    described.forEach(
        (name, each) -> {
          boolean named =
              all.values().stream().anyMatch(setting -> setting.property().equals(name));
          if (!named) {
            Setting setting = each.setting(name, program);
            all.merge(setting.variable(), setting, Setting::with);
          }
        });
    return all;
  }

  private static void refer(
      Map<String, Setting> all,
      Map<String, Described> described,
      String program,
      String property,
      String value) {
    for (Placeholder each : Placeholders.of(value)) {
      if (each.variable().startsWith("ASSAY_")) {
        Described own = described.getOrDefault(each.variable(), Described.NOTHING);
        Described meant = described.getOrDefault(property, Described.NOTHING);
        Described best = own.equals(Described.NOTHING) && each.whole() ? meant : own;
        Setting setting =
            new Setting(
                each.variable(),
                each.whole() ? property : "",
                best.type(),
                spoken(each.fallback()),
                Set.of(shortName(program)),
                best.meaning());
        all.merge(each.variable(), setting, Setting::with);
      }
    }
  }

  private static Set<String> spoken(String fallback) {
    return fallback.isEmpty() ? Set.of() : Set.of(fallback);
  }

  /** As people call it. */
  static String shortName(String program) {
    return program.replaceAll(".*/", "").replace("-service", "");
  }

  /** What metadata says of a property, or of a variable that has none. */
  private record Described(String type, String fallback, String meaning) {

    static final Described NOTHING = new Described("", "", "");

    Setting setting(String name, String program) {
      boolean variable = name.startsWith("ASSAY_");
      return new Setting(
          variable ? name : Setting.variableOf(name),
          variable ? "" : name,
          type,
          spoken(fallback),
          Set.of(shortName(program)),
          meaning);
    }
  }

  private Map<String, Described> described(String program) {
    Map<String, Described> all = new TreeMap<>();
    for (String module : carried(program)) {
      Path file = sources.root().resolve(module).resolve(METADATA);
      if (Files.exists(file)) {
        for (JsonNode each : Json.mapper().readTree(Sources.read(file)).path("properties")) {
          String name = each.path("name").asString().replace("..", ".");
          all.put(
              name,
              new Described(
                  each.path("type").asString(""),
                  fallback(each.path("defaultValue")),
                  sentence(each.path("description").asString(""))));
        }
      }
    }
    return all;
  }

  /** Documentation of Java as a sentence for people. */
  private static String sentence(String text) {
    String plain = text.replaceAll("\\{@code ([^}]*)}", "`$1`").strip();
    return plain.isEmpty()
        ? ""
        : Character.toUpperCase(plain.charAt(0))
            + plain.substring(1)
            + (plain.endsWith(".") ? "" : ".");
  }

  private static String fallback(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "" : value.asString(value.toString());
  }

  /** The module itself and all that it ships. */
  private Set<String> carried(String program) {
    Map<String, String> places =
        sources.modules().stream()
            .collect(Collectors.toMap(sources::artifact, Function.identity()));
    Set<String> all = new LinkedHashSet<>();
    List<String> next = new ArrayList<>(List.of(program));
    while (!next.isEmpty()) {
      String module = next.removeLast();
      if (all.add(module)) {
        sources.shipped(module).stream().map(places::get).forEach(next::add);
      }
    }
    return all;
  }

  /** The configuration files of a program: its own, and those that it imports from libraries. */
  private List<Path> files(String program) {
    List<Path> own = sources.mainYaml(program);
    Set<String> imported =
        own.stream()
            .flatMap(file -> Stream.of(properties(file).getOrDefault(IMPORTS, "").split(",")))
            .map(each -> each.replace("classpath:", "").strip())
            .collect(Collectors.toSet());
    Stream<Path> others =
        carried(program).stream()
            .filter(module -> !module.equals(program))
            .flatMap(module -> sources.mainYaml(module).stream())
            .filter(file -> imported.contains(file.getFileName().toString()));
    return Stream.concat(own.stream(), others).toList();
  }

  private static Map<String, String> properties(Path file) {
    try {
      Map<String, String> all = new TreeMap<>();
      for (PropertySource<?> source :
          new YamlPropertySourceLoader().load("file", new FileSystemResource(file))) {
        for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
          all.put(name, String.valueOf(source.getProperty(name)));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
