// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is an audience: who may ship what of whom, and where a file is found by its name. */
class FoldersTests {

  private static final String SERVICE = "";

  /** How the embedded model is asked: a service speaks it whichever process runs the weights. */
  private static final String LANGUAGE = "embedded/grammar";

  /** Because a service that carries what it does not run is dear to deploy and to understand. */
  private static final Map<String, Set<String>> SHIPS =
      Map.of(
          SERVICE,
          Set.of("lib", LANGUAGE),
          "lib",
          Set.of("lib"),
          "embedded",
          Set.of("lib", "embedded"),
          "app",
          Set.of(SERVICE, "lib", "embedded", "app"),
          "lab",
          // What is killed in the lab is the broker and the database that stand in for real ones.
          Set.of(SERVICE, "lib", "lab", "app/client", "embedded/kafka-postgres"));

  /** The command line is the menu of everything, measurements included; nothing stands on it. */
  private static final String MENU = "app/cli";

  /** One role, one name, in every module; files that others prescribe. */
  private static final Set<String> EVERYWHERE = Set.of("package-info.java");

  private final Sources project = Sources.ofThisProject();

  @TempDir private Path folder;

  @Test
  void theTopLevelShowsTheSystem() throws IOException {
    try (Stream<Path> files = Files.list(project.root())) {
      List<String> folders =
          files
              .filter(Files::isDirectory)
              .map(each -> each.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("target"))
              .filter(name -> !name.startsWith("bench-") && !name.equals("trained"))
              .toList();
      assertThat(folders)
          .containsExactlyInAnyOrder(
              "gateway",
              "generator-service",
              "critic-service",
              "refine-service",
              "verifier-service",
              "db",
              "lib",
              "embedded",
              "app",
              "lab",
              "deploy",
              "e2e",
              "architecture",
              "docs");
    }
  }

  @Test
  void modulesShipWhatIsForTheirAudience() {
    assertThat(foreign(project)).isEmpty();
  }

  @Test
  void aLibraryThatShipsAServiceIsFoundOut() throws IOException {
    write("pom.xml", "<module>lib/one</module><module>two</module>");
    write("lib/one/pom.xml", pom("one", dependency("two", "compile")));
    write("two/pom.xml", pom("two", dependency("one", "compile")));

    assertThat(foreign(new Sources(folder))).containsExactly("lib/one ships two");
  }

  @Test
  void whatOnlyTestsNeedIsNotShipped() throws IOException {
    write("pom.xml", "<module>lib/one</module><module>two</module>");
    write("lib/one/pom.xml", pom("one", dependency("two", "test")));
    write("two/pom.xml", pom("two", ""));

    assertThat(foreign(new Sources(folder))).isEmpty();
  }

  private static List<String> foreign(Sources sources) {
    Map<String, String> places =
        sources.modules().stream()
            .collect(Collectors.toMap(sources::artifact, Function.identity()));
    return sources.modules().stream()
        .filter(module -> !module.equals(MENU))
        .flatMap(
            module ->
                sources.shipped(module).stream()
                    .map(places::get)
                    .filter(other -> !mayShip(module, other))
                    .map(other -> module + " ships " + other))
        .toList();
  }

  private static boolean mayShip(String module, String other) {
    Set<String> allowed = SHIPS.getOrDefault(audience(module), Set.of());
    return allowed.contains(audience(other)) || allowed.contains(other);
  }

  /** The folder that a module is in, or that of services, at the top. */
  private static String audience(String module) {
    int slash = module.indexOf('/');
    return slash < 0 ? SERVICE : module.substring(0, slash);
  }

  @Test
  void aFileNameStandsForOneThing() {
    assertThat(twins(project)).isEmpty();
  }

  @Test
  void twinsAreFoundOut() throws IOException {
    write("pom.xml", "<module>one</module><module>two</module>");
    write("one/src/main/java/Thing.java", "");
    write("two/src/test/java/Thing.java", "");
    write("two/src/test/java/package-info.java", "");
    write("one/src/main/java/package-info.java", "");

    assertThat(twins(new Sources(folder))).containsOnlyKeys("Thing.java");
  }

  private static Map<String, List<Path>> twins(Sources sources) {
    Map<String, List<Path>> byName =
        sources.modules().stream()
            .flatMap(module -> sources.java(module).stream())
            .filter(file -> !EVERYWHERE.contains(file.getFileName().toString()))
            .collect(
                Collectors.groupingBy(
                    file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
    byName.values().removeIf(files -> files.size() == 1);
    return byName;
  }

  private static String pom(String artifact, String dependencies) {
    return "</parent>\n<artifactId>" + artifact + "</artifactId>" + dependencies;
  }

  private static String dependency(String name, String scope) {
    return "<dependency><groupId>dev.assay</groupId><artifactId>%s</artifactId><scope>%s</scope></dependency>"
        .formatted(name, scope);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
