// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The whole system as a process of its own, whose models are on a server of this process: which
 * models answer is in the environment that it is started in. Everything else of this environment is
 * its own too, so that a bench measures what its caller has set.
 */
final class ScriptedSystem implements AutoCloseable {

  /** By name: the command line knows this class, and need not be known by it. */
  private static final String MAIN = "dev.assay.cli.Assay";

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(40);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Process process;
  private final Path folder;

  private ScriptedSystem(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * @param folder the data folder
   * @param url where its models are
   * @param output what it says
   */
  static ScriptedSystem start(Path folder, String url, File output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dassay.home=" + System.getProperty("assay.home", ""),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "serve",
                "--data",
                folder.toString(),
                "--port",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(output);
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> name.startsWith("ASSAY_MODEL_") || name.equals("ASSAY_PROTOCOL"));
    environment.put("ASSAY_MODEL_URL", url);
    environment.put("ASSAY_MODEL_NAME", "scripted");
    return new ScriptedSystem(builder.start(), folder);
  }

  /**
   * Waits until it answers.
   *
   * @throws SystemFailedException if it ends instead, or takes too long
   */
  Address address() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      Properties note = note();
      String url = note.getProperty("url");
      if (url != null && String.valueOf(process.pid()).equals(note.getProperty("pid"))) {
        return new Address(URI.create(url), Path.of(note.getProperty("kafka")));
      }
      process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
    throw new SystemFailedException(
        "the measured system did not start; more in " + folder.resolve("assay.log"));
  }

  /**
   * Where it can be reached.
   *
   * @param kafka the file of properties with which clients reach its broker
   */
  record Address(URI url, Path kafka) {}

  /** Read as it lies there: to look for the folder's holder would be to take its lock. */
  private Properties note() throws IOException {
    Properties note = new Properties();
    Path file = folder.resolve("running");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        note.load(reader);
      }
    }
    return note;
  }

  /** Its database and broker end with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
