// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.TransientModelException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * A model that is asked the same thing only once: a greedy request by its prompt, a sampled one by
 * its prompt and seed. The reply, and the bill, are those that asking again would have brought.
 */
final class MemoizingModel implements Model {

  private final Model model;
  private final Semaphore gate;
  private final Map<Key, FutureTask<Reply>> replies = new ConcurrentHashMap<>();

  /** All that a reply depends on. */
  private record Key(
      Prompt prompt,
      double temperature,
      double topP,
      long seed,
      int maxTokens,
      int topLogProbabilities) {

    static Key of(CompletionRequest request) {
      double temperature = request.sampling().temperature();
      return new Key(
          request.prompt(),
          temperature,
          request.sampling().topP(),
          temperature == 0 ? 0 : request.sampling().seed(),
          request.maxTokens(),
          request.topLogProbabilities());
    }
  }

  /**
   * @param gate lets through as many requests as the model should have at a time
   */
  MemoizingModel(Model model, Semaphore gate) {
    this.model = model;
    this.gate = gate;
  }

  @Override
  public String name() {
    return model.name();
  }

  /** Those of the model; but of a reply that is remembered there is nothing to stream. */
  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(model.capabilities());
    capabilities.remove(Capability.STREAMING);
    return capabilities;
  }

  @Override
  public Reply complete(CompletionRequest request) {
    requireAble(request);
    FutureTask<Reply> mine = new FutureTask<>(() -> ask(request));
    FutureTask<Reply> first = replies.putIfAbsent(Key.of(request), mine);
    if (first == null) {
      mine.run();
    }
    return reply(first == null ? mine : first);
  }

  private Reply ask(CompletionRequest request) throws InterruptedException {
    gate.acquire();
    try {
      return model.complete(request);
    } finally {
      gate.release();
    }
  }

  private Reply reply(FutureTask<Reply> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientModelException("interrupted while waiting for model " + name(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new TransientModelException("model " + name() + " gave no reply", e);
    }
  }
}
