// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A build of the whole system, by what it was packaged as: its programs are run as processes, and
 * what they say is kept.
 *
 * @param name for the files of what they say
 * @param root of its sources, with the target folders
 * @param said the folder of what they say
 */
record Build(String name, Path root, Path said) {

  /** Starts a service, which gets its variables and nothing else of ours. */
  Process start(String service, Map<String, String> variables) throws IOException {
    return start(
        service, List.of("-Xmx160m", "-jar", program(root, service).toString()), variables);
  }

  /**
   * Migrates, and says with which status that ended; the first build's job was no file of its own.
   */
  int migrate(Map<String, String> variables) throws IOException, InterruptedException {
    List<Path> packaged = jars(root, "db");
    List<String> line =
        packaged.isEmpty()
            ? List.of(
                "-cp",
                root.resolve("db/target/classes")
                    + File.pathSeparator
                    + System.getProperty("java.class.path"),
                "dev.assay.db.MigrationJob")
            : List.of("-jar", packaged.getFirst().toString());
    return start("db", line, variables).waitFor();
  }

  private Process start(String service, List<String> line, Map<String, String> variables)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(line);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.resolve(name + "-" + service + ".txt").toFile());
    builder.environment().keySet().removeIf(each -> each.startsWith("ASSAY_"));
    builder.environment().putAll(variables);
    return builder.start();
  }

  /** The file that a module is packaged as. */
  static Path program(Path root, String module) throws IOException {
    return jars(root, module).stream()
        .findFirst()
        .orElseThrow(() -> new IOException(root + " has no " + module + " (expected: a build)"));
  }

  private static List<Path> jars(Path root, String service) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(service).resolve("target"))) {
      return files.filter(each -> each.toString().endsWith("-exec.jar")).toList();
    }
  }
}
