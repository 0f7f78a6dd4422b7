// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.AssayClient;
import dev.assay.standalone.DataFolder;
import dev.assay.standalone.ModelEnvironment;
import dev.assay.standalone.RunningServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds the system that a command is for. What the user named wins: an address, a data folder, the
 * models. A server that merely happens to run is used only if nothing speaks against it, and what
 * is not used is said.
 */
final class Hosts {

  /** For another process to finish its start, or its one question. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration POLL = Duration.ofMillis(200);

  private final ServerOptions wanted;
  private final ModelEnvironment environment;
  private final URI usual;
  private final StatusLine status;

  /**
   * @param usual where a server answers whose address nobody names
   */
  Hosts(ServerOptions wanted, ModelEnvironment environment, URI usual, StatusLine status) {
    this.wanted = wanted;
    this.environment = environment;
    this.usual = usual;
    this.status = status;
  }

  static Hosts of(ServerOptions wanted, StatusLine status) {
    URI usual = URI.create("http://127.0.0.1:" + ServeCommand.USUAL_PORT);
    return new Hosts(wanted, ModelEnvironment.here(), usual, status);
  }

  /**
   * The system that is running, or else one started in this process.
   *
   * @param beforeStart looks whether a start is worth while
   */
  Host find(Runnable beforeStart) {
    return running()
        .orElseGet(
            () -> {
              Host.requireStartable(wanted.data());
              beforeStart.run();
              return Host.start(wanted.data(), 0, status);
            });
  }

  /**
   * The server that runs and is meant; empty if one has to be started.
   *
   * @throws UsageException if the one that is meant does not run, or answers by other models
   */
  Optional<Host> running() {
    wanted.check();
    URI url = wanted.url();
    return url == null ? ofFolder().or(this::ofUsualPort) : Optional.of(at(url));
  }

  /** The server at an address that the user gave. */
  private Host at(URI url) {
    if (!answers(url)) {
      throw new UsageException(
          "no Assay answers at " + url + ".\nStart one with ./assay serve, or leave out --url.");
    }
    sayUnused(url);
    return Host.at(url, Optional.empty());
  }

  /** Where another process has the data folder and is not to be asked yet, it is waited for. */
  private Optional<Host> ofFolder() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<RunningServer> holder = DataFolder.runningIn(wanted.data());
    while (holder.isPresent() && System.nanoTime() - end < 0) {
      Optional<URI> url = holder.get().url().filter(Hosts::answers);
      if (url.isPresent()) {
        return Optional.of(withOurModels(url.get(), holder.get()));
      }
      status.show("waiting for process " + holder.get().pid() + ", which has the data folder ...");
      pause();
      holder = DataFolder.runningIn(wanted.data());
    }
    status.clear();
    return Optional.empty();
  }

  private Host withOurModels(URI url, RunningServer server) {
    String models = new AssayClient(url).models().orElse("models that it does not name");
    if (environment.namesModels() && !models.equals(environment.description())) {
      throw new UsageException(
          """
          the server of %s, process %d at %s, answers by %s (expected by the environment: %s).
          Stop it (kill %2$d), name another folder (--data DIR), or unset %s."""
              .formatted(
                  wanted.data(),
                  server.pid(),
                  url,
                  models,
                  environment.description(),
                  String.join(", ", environment.atStart())));
    }
    return Host.at(url, Optional.of(server));
  }

  /** Nobody named it: it has to be what was named otherwise. */
  private Optional<Host> ofUsualPort() {
    if (wanted.namesData() || !answers(usual)) {
      return Optional.empty();
    }
    Optional<String> models = new AssayClient(usual).models();
    if (environment.namesModels() && !models.equals(Optional.of(environment.description()))) {
      status.done(
          "not used: the server at %s, which answers by %s"
              .formatted(usual, models.orElse("models that it does not name")));
      return Optional.empty();
    }
    return Optional.of(Host.at(usual, Optional.empty()));
  }

  private void sayUnused(URI url) {
    List<String> unused = environment.atStart();
    boolean same =
        environment.namesModels()
            && new AssayClient(url).models().equals(Optional.of(environment.description()));
    if (!unused.isEmpty() && !same) {
      status.done(
          "not used: %s; the server at %s has settings of its own"
              .formatted(String.join(", ", unused), url));
    }
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
}
