// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import dev.assay.contracts.Json;
import dev.assay.lab.overhead.ideal.CallPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The model server's process, as whoever started it sees it. */
public final class ModelProcess implements AutoCloseable {

  /** Looks for its port, 20 ms apart. */
  private static final int PATIENCE = 1500;

  private static final int POLL_MILLIS = 20;
  private static final int STOP_SECONDS = 10;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final URI base;

  private ModelProcess(Process process, int port) {
    this.process = process;
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Starts it with this process's Java and class path.
   *
   * @param folder for its note and its log
   * @param port or 0 for any that is free
   * @throws IllegalStateException if it does not start
   */
  public static ModelProcess start(Path folder, int port) {
    Path note = folder.resolve("model.port");
    Path log = folder.resolve("model.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            PacedModel.class.getName(),
            note.toString(),
            String.valueOf(port));
    try {
      Files.deleteIfExists(note);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ModelProcess(process, awaitPort(process, note, log));
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the model server", e);
    }
  }

  /** Has another process end at the latest when this one's starter does, even by kill -9. */
  public void takeAlong(long pid) {
    Writer lines = process.outputWriter(StandardCharsets.US_ASCII);
    try {
      // Not closed: its end is the sign.
      lines.write(pid + "\n");
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the model server has ended", e);
    }
  }

  private static int awaitPort(Process process, Path note, Path log) throws IOException {
    try {
      for (int look = 0; look < PATIENCE && process.isAlive(); look++) {
        if (Files.exists(note)) {
          return Integer.parseInt(Files.readString(note));
        }
        boolean _ = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IllegalStateException("the model server did not start; more in " + log);
  }

  /** Where it answers, with the path that models are asked by. */
  public URI url() {
    return base.resolve("/v1");
  }

  /** Where calls are sent. */
  public URI calls() {
    return base.resolve(PacedModelServer.CALLS);
  }

  /** Gives it another pace, and begins to count anew. */
  public void pace(CallPace pace) {
    String json = Json.mapper().writeValueAsString(pace);
    String _ = send(to(PacedModelServer.PACE).PUT(BodyPublishers.ofString(json)).build());
  }

  /** What it saw since. */
  public PacedCounts counts() {
    String counts = send(to(PacedModelServer.COUNTS).build());
    return Json.mapper().readValue(counts, PacedCounts.class);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  private String send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("the model server does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    try {
      process.getOutputStream().close();
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // Then it has ended already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
