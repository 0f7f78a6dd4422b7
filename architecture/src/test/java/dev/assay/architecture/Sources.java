// SPDX-License-Identifier: Apache-2.0
package dev.assay.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project as it lies on disk. */
record Sources(Path root) {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
  private static final Pattern SIBLING =
      Pattern.compile(
          "<dependency>\\s*<groupId>dev\\.assay</groupId>\\s*<artifactId>([^<]+)</artifactId>");

  /** This project: tests run in the folder of their module. */
  static Sources ofThisProject() {
    return new Sources(Path.of("..").toAbsolutePath().normalize());
  }

  /** The modules that the root's pom.xml lists, in its order. */
  List<String> modules() {
    return all(MODULE, read(root.resolve("pom.xml")));
  }

  /** The modules of this project that the module's pom.xml names. */
  List<String> dependencies(String module) {
    return all(SIBLING, read(root.resolve(module).resolve("pom.xml")));
  }

  /** Those of them that are part of what the module is, and not of its tests only. */
  List<String> shipped(String module) {
    return DEPENDENCY
        .matcher(read(root.resolve(module).resolve("pom.xml")))
        .results()
        .map(MatchResult::group)
        .filter(each -> !each.contains("<scope>test</scope>"))
        .flatMap(each -> all(SIBLING, each).stream())
        .toList();
  }

  /** All Java files of a module, of its tests too. */
  List<Path> java(String module) {
    return files(root.resolve(module).resolve("src"), ".java");
  }

  List<Path> mainJava(String module) {
    return files(root.resolve(module).resolve("src/main/java"), ".java");
  }

  List<Path> testJava(String module) {
    return files(root.resolve(module).resolve("src/test/java"), ".java");
  }

  List<Path> mainYaml(String module) {
    return files(root.resolve(module).resolve("src/main/resources"), ".yaml");
  }

  /** The artifact that a module's pom.xml makes, by which others name it. */
  String artifact(String module) {
    return all(ARTIFACT, read(root.resolve(module).resolve("pom.xml"))).getFirst();
  }

  /** The folders below the root, two levels deep at most, that have a pom.xml of their own. */
  List<String> foldersWithAPom() {
    try (Stream<Path> files = Files.walk(root, 3)) {
      return files
          .filter(each -> each.endsWith("pom.xml") && !each.getParent().equals(root))
          .map(each -> root.relativize(each.getParent()).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String end) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult each) -> each.group(1)).toList();
  }
}
