// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.embedded.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One replica of a service as a process of its own: the file that the build packages it as. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(45);
  private static final int TERMINATED = 128 + 15;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String service;
  private final Map<String, String> settings;
  private final Path output;
  private final int port;
  private @Nullable Process process;

  /**
   * @param folder where what it says is kept
   */
  ServiceProcess(String service, Map<String, String> settings, Path folder) {
    this.service = service;
    this.port = Ports.free();
    this.settings = new HashMap<>(settings);
    this.settings.put("ASSAY_PORT", String.valueOf(port));
    this.output = folder.resolve(service + "-" + port + ".txt");
  }

  /** Starts it, once more as well, on the same port. */
  void start() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx160m",
                  "-XX:+UseSerialGC",
                  // They live for a minute: what the second compiler does would never pay.
                  "-XX:TieredStopAtLevel=1",
                  // Killed, it takes nothing away.
                  "-Djava.io.tmpdir=" + output.getParent(),
                  "-jar",
                  Build.program(Path.of(".."), service).toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
      builder.environment().putAll(settings);
      process = builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Waits until it says that it works. */
  void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !running().isAlive() || probe("readiness") == 200);
    assertThat(running().isAlive()).as("%s: %s", this, said()).isTrue();
  }

  /** What a probe says, or -1 where nobody answers. */
  int probe(String name) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url().resolve("/actuator/health/" + name))
              .timeout(Duration.ofSeconds(10))
              .build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM, and its end, which it may take a while to reach and must reach well. */
  void stop() throws InterruptedException {
    running().destroy();
    assertThat(running().waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS))
        .as("%s ended within %s: %s", service, STOP, said())
        .isTrue();
    assertThat(running().exitValue()).as(said()).isEqualTo(TERMINATED);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(service + " was not started");
    }
    return process;
  }

  /** The last of what it said. */
  String said() {
    try {
      List<String> lines = Files.readAllLines(output);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public String toString() {
    return service + " on " + port;
  }
}
