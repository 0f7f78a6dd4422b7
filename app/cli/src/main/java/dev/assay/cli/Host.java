// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.AssayClient;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.FolderInUseException;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.RunningServer;
import dev.assay.standalone.SettingException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The system that a command talks to: one that is running, or one started for the command and
 * stopped after it.
 *
 * @param server what is known of its process, if it runs on this machine
 * @param embedded set if it was started here
 */
record Host(URI url, Optional<RunningServer> server, Optional<EmbeddedSystem> embedded)
    implements AutoCloseable {

  /** A server that runs already. */
  static Host at(URI url, Optional<RunningServer> server) {
    return new Host(url, server, Optional.empty());
  }

  /**
   * Starts the system in this process.
   *
   * @throws UsageException if the folder or the environment forbid it; nothing has begun then
   * @throws SystemFailedException if a part does not start
   */
  static Host start(Path data, int port, StatusLine status) {
    requireStartable(data);
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
    } catch (SettingException e) {
      status.clear();
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      status.clear();
      String part = last.get().isEmpty() ? "the system" : last.get();
      String more = Files.exists(log) ? "\nMore in " + log : "";
      throw new SystemFailedException(part + " did not start: " + FailureText.of(e) + more, e);
    }
  }

  /** What can be known before anything starts. */
  static void requireStartable(Path data) {
    ModelEnvironment.here()
        .trouble()
        .ifPresent(
            trouble -> {
              throw new UsageException(trouble);
            });
    FolderCheck.requireUsable(data);
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

  /** Which models answer. */
  String models() {
    return embedded.isPresent()
        ? ModelEnvironment.here().description()
        : client().models().orElse("it does not say which");
  }

  /** Who answers: a server's address, or this process. */
  String description(Path data) {
    return embedded.isPresent()
        ? "started here, on " + data
        : url + server.map(known -> ", process " + known.pid()).orElse("");
  }

  /** Has something done when the process is asked to end, while the system still runs. */
  void beforeEnd(Runnable last) {
    embedded.ifPresentOrElse(
        system -> system.beforeStop(last::run),
        () -> Runtime.getRuntime().addShutdownHook(new Thread(last, "assay-end")));
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedSystem::close);
  }
}
