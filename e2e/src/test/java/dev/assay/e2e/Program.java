// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real command line as a process of its own, started as the {@code assay} script does. */
final class Program implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(5);

  private final Process process;
  private final Path folder;
  private final Path output;

  private Program(Process process, Path folder, Path output) {
    this.process = process;
    this.folder = folder;
    this.output = output;
  }

  /** {@code assay serve} on the folder; what it says is kept beside the folder. */
  static Program serve(Path folder, int port) throws IOException {
    return serve(folder, port, Map.of());
  }

  /** The same with settings in its environment. */
  static Program serve(Path folder, int port, Map<String, String> settings) throws IOException {
    Path output = Files.createTempFile(folder.toAbsolutePath().getParent(), "serve", ".txt");
    Path home = Path.of("..").toAbsolutePath().normalize();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                // Not as there: these live for a minute, and the second compiler would never pay.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dassay.home=" + home,
                // Killed, it takes nothing away.
                "-Djava.io.tmpdir=" + output.getParent(),
                "-cp",
                classPath(),
                "dev.assay.cli.Assay",
                "serve",
                "--data",
                folder.toString(),
                "--port",
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(settings);
    return new Program(builder.start(), folder, output);
  }

  /** That of this process, without what is only here to test. */
  static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<Path> ours = List.of(Path.of("target", "test-classes"), Path.of("target", "classes"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(each -> ours.stream().noneMatch(own -> Path.of(each).equals(own.toAbsolutePath())))
        .collect(Collectors.joining(File.pathSeparator));
  }

  long pid() {
    return process.pid();
  }

  /** Waits until it answers, and says where. */
  URI url() {
    return URI.create(noted("url"));
  }

  /** Waits until its broker answers, and says with which properties clients reach it. */
  Path kafka() {
    return Path.of(noted("kafka"));
  }

  private String noted(String name) {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !process.isAlive() || note(name).isPresent());
    return note(name)
        .orElseThrow(() -> new AssertionError("the program ended before it answered: " + said()));
  }

  /** From the note of this process, and not of one before it. */
  private Optional<String> note(String name) {
    Properties note = new Properties();
    Path file = folder.resolve("running");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var reader = Files.newBufferedReader(file)) {
      note.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(note.getProperty(name))
        .filter(_ -> String.valueOf(pid()).equals(note.getProperty("pid")));
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; the time is what it may take to end. */
  void stop(Duration patience) throws InterruptedException {
    process.destroy();
    exit(patience);
  }

  /** Waits for its end. */
  int exit(Duration patience) throws InterruptedException {
    assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
        .as("ended within %s: %s", patience, said())
        .isTrue();
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
