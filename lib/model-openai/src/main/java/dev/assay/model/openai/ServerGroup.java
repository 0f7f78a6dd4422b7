// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * One model on several servers. A call goes to the one that has the fewest in hand; one that is
 * away is left alone for a while, unless all are. Nothing is tried twice: a call that fails is a
 * failure, and its next try finds another server.
 */
final class ServerGroup implements Model, AutoCloseable {

  /** As long as a server needs to be started again, at the least. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final List<Server> servers;
  private final LongSupplier nanoTime;

  ServerGroup(List<OpenAiModel> models, LongSupplier nanoTime) {
    this.servers = models.stream().map(model -> new Server(model, nanoTime.getAsLong())).toList();
    this.nanoTime = nanoTime;
  }

  /** One of the servers, and how it is doing. */
  private static final class Server {

    private final OpenAiModel model;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile long restsUntil;

    private Server(OpenAiModel model, long now) {
      this.model = model;
      this.restsUntil = now;
    }
  }

  @Override
  public String name() {
    return servers.getFirst().model.name();
  }

  @Override
  public Set<Capability> capabilities() {
    return servers.getFirst().model.capabilities();
  }

  @Override
  public Optional<String> trouble() {
    Optional<String> trouble = Optional.empty();
    for (Server server : servers) {
      trouble = server.model.trouble();
      if (trouble.isEmpty()) {
        return trouble;
      }
    }
    return trouble;
  }

  @Override
  public List<String> listed() {
    return servers.getFirst().model.listed();
  }

  @Override
  public Reply complete(CompletionRequest request) {
    Server server = take();
    try {
      return server.model.complete(request);
    } catch (ModelException e) {
      if (e.kind() == FailureKind.UNAVAILABLE && !Thread.currentThread().isInterrupted()) {
        server.restsUntil = nanoTime.getAsLong() + REST.toNanos();
      }
      throw e;
    } finally {
      server.inHand.decrementAndGet();
    }
  }

  private synchronized Server take() {
    long now = nanoTime.getAsLong();
    Server server =
        servers.stream()
            .min(
                Comparator.<Server, Boolean>comparing(each -> each.model.rests())
                    .thenComparingLong(each -> Math.max(each.restsUntil - now, 0))
                    .thenComparingInt(each -> each.inHand.get()))
            .orElseThrow();
    server.inHand.incrementAndGet();
    return server;
  }

  @Override
  public void close() {
    servers.forEach(server -> server.model.close());
  }
}
