// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.AssayClient;
import dev.assay.lab.overhead.cost.MeasuredSystem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A system in a process of its own, as {@code serve} starts it: whoever asks and measures must not
 * be part of what is measured.
 *
 * @param took from its start until it answered
 */
record OverheadSystem(Process process, MeasuredSystem measured, Duration took)
    implements AutoCloseable {

  /** By name: that one holds this one's command, and two files do not need each other. */
  private static final String MAIN = "dev.assay.cli.Assay";

  /** Looks whether it answers, so often. */
  private static final int PATIENCE = 3000;

  private static final int POLL_MILLIS = 50;
  private static final int STOP_SECONDS = 40;

  /**
   * Starts it.
   *
   * @param build the checkout whose build is started, or null for this one
   * @param data its folder, empty or new
   * @param environment what it is told besides; of ours, what begins with ASSAY_ is left out
   * @param begun is told its number before it answers
   */
  static OverheadSystem start(
      @Nullable Path build, Path data, Map<String, String> environment, LongConsumer begun) {
    long start = System.nanoTime();
    int port = freePort();
    URI url = URI.create("http://127.0.0.1:" + port);
    List<String> command = build == null ? ourselves() : script(build);
    command.addAll(List.of("serve", "--data", data.toString(), "--port", String.valueOf(port)));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling("system.out").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      begun.accept(process.pid());
      await(process, url);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      var local = new MeasuredSystem.Local(process.pid(), data);
      return new OverheadSystem(process, new MeasuredSystem(url, local), took);
    } catch (IOException e) {
      throw new SystemFailedException("could not start " + FailureText.of(e), e);
    }
  }

  /** With the options, the class path and the Java of this process. */
  private static List<String> ourselves() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    return command;
  }

  private static List<String> script(Path build) {
    return new ArrayList<>(List.of(build.resolve("assay").toAbsolutePath().toString()));
  }

  private static void await(Process process, URI url) {
    AssayClient client = new AssayClient(url);
    try {
      for (int look = 0; look < PATIENCE && process.isAlive(); look++) {
        if (client.answers()) {
          return;
        }
        boolean _ = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroy();
    throw new SystemFailedException("the system did not start; what it said is in system.out");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new SystemFailedException("no port is free", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
