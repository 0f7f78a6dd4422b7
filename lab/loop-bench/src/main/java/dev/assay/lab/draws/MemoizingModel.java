// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.model.Completion;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.TransientModelException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * A model that is asked the same thing only once: a greedy request by its prompt, a sampled one by
 * its prompt and seed. The reply, and the bill, are those that asking again would have brought.
 */
final class MemoizingModel implements Model {

  private final Model model;
  private final Semaphore gate;
  private final Map<Key, FutureTask<Completion>> replies = new ConcurrentHashMap<>();

  /** All that a reply depends on. */
  private record Key(String prompt, double temperature, double topP, long seed, int maxTokens) {

    static Key of(CompletionRequest request) {
      double temperature = request.sampling().temperature();
      return new Key(
          request.prompt(),
          temperature,
          request.sampling().topP(),
          temperature == 0 ? 0 : request.sampling().seed(),
          request.maxTokens());
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

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> tokens) {
    FutureTask<Completion> mine = new FutureTask<>(() -> ask(request));
    FutureTask<Completion> first = replies.putIfAbsent(Key.of(request), mine);
    if (first == null) {
      mine.run();
    }
    Completion completion = reply(first == null ? mine : first);
    tokens.accept(completion.text());
    return completion;
  }

  private Completion ask(CompletionRequest request) throws InterruptedException {
    gate.acquire();
    try {
      return model.complete(request);
    } finally {
      gate.release();
    }
  }

  private Completion reply(FutureTask<Completion> task) {
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
