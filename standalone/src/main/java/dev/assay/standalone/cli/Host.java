// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.inference.tensorflow.checkpoint.ModelLoadException;
import dev.assay.standalone.DataFolder;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.FolderInUseException;
import dev.assay.standalone.RunningServer;
import dev.assay.standalone.client.AssayClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The system that a command talks to: one that is running, or one started for the command and
 * stopped after it.
 *
 * @param server what is known of its process, if it runs on this machine
 * @param embedded set if it was started here
 */
record Host(URI url, Optional<RunningServer> server, Optional<EmbeddedSystem> embedded)
    implements AutoCloseable {

  private static final URI USUAL = URI.create("http://127.0.0.1:" + ServeCommand.USUAL_PORT);

  /** For another process to finish its start, or its one question. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * The server that a command is for.
   *
   * @param url as the user gave it, or null for the one that has the data folder
   */
  static Host of(@Nullable URI url, Path data, StatusLine status) {
    return url == null ? runningOrStarted(data, status) : at(url);
  }

  /** The server at an address that the user gave. */
  private static Host at(URI url) {
    if (!answers(url)) {
      throw new UsageException(
          "no Assay answers at " + url + ".\nStart one with ./assay serve, or leave out --url.");
    }
    return new Host(url, Optional.empty(), Optional.empty());
  }

  /**
   * A server that already runs, or else the system started in this process. Where another process
   * has the data folder and is not to be asked yet, it is waited for.
   */
  private static Host runningOrStarted(Path data, StatusLine status) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<RunningServer> holder = DataFolder.runningIn(data);
    while (holder.isPresent() && System.nanoTime() - end < 0) {
      Optional<URI> url = holder.get().url().filter(Host::answers);
      if (url.isPresent()) {
        return new Host(url.get(), holder, Optional.empty());
      }
      status.show("waiting for process " + holder.get().pid() + ", which has the data folder ...");
      pause();
      holder = DataFolder.runningIn(data);
    }
    status.clear();
    return holder.isEmpty() && answers(USUAL)
        ? new Host(USUAL, Optional.empty(), Optional.empty())
        : start(data, 0, status);
  }

  private static boolean answers(URI url) {
    return new AssayClient(url).answers();
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SystemFailedException("interrupted while waiting", e);
    }
  }

  /** Starts the system in this process. */
  static Host start(Path data, int port, StatusLine status) {
    // Before anything logs: the log is kept with the data.
    Path log = data.toAbsolutePath().resolve("assay.log");
    System.setProperty("assay.log", log.toString());
    long start = System.nanoTime();
    AtomicReference<String> last = new AtomicReference<>("");
    try {
      EmbeddedSystem system =
          EmbeddedSystem.start(data, port, part -> show(part, last, log, status));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      status.done("ready in " + Durations.seconds(took));
      RunningServer server = system.running();
      return new Host(server.url().orElseThrow(), Optional.of(server), Optional.of(system));
    } catch (FolderInUseException e) {
      throw e;
    } catch (RuntimeException e) {
      status.clear();
      throw new SystemFailedException(
          last.get() + " did not start: " + rootCause(e) + "\nMore in " + log, e);
    }
  }

  private static void show(String part, AtomicReference<String> last, Path log, StatusLine status) {
    if (last.getAndSet(part).isEmpty()) {
      // The data folder is there and ours by now.
      NativeErrors.toLog(log);
    }
    status.show("starting " + part + " ...");
  }

  AssayClient client() {
    return new AssayClient(url);
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedSystem::close);
  }

  /** What the cause says that was written for people, or else the first of all causes. */
  static String rootCause(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof ModelLoadException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
