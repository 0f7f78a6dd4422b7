// SPDX-License-Identifier: Apache-2.0
package dev.assay.inference.tensorflow;

import dev.assay.inference.api.Completion;
import dev.assay.inference.api.CompletionRequest;
import dev.assay.inference.api.Model;
import dev.assay.inference.api.PermanentModelException;
import dev.assay.inference.api.TransientModelException;
import dev.assay.inference.tensorflow.checkpoint.UnknownTextException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A {@link Model} that computes in this process. Callers block in {@code complete} and run their
 * own callbacks; the engine behind it batches them. Opened by {@link TensorFlowModels}.
 */
public final class TensorFlowModel implements Model, AutoCloseable {

  private final String name;
  private final SharedEngine shared;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  TensorFlowModel(String name, SharedEngine shared, Runnable release) {
    this.name = name;
    this.shared = shared;
    this.release = release;
  }

  @Override
  public String name() {
    return name;
  }

  SharedEngine shared() {
    return shared;
  }

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> tokens) {
    long deadline = System.nanoTime() + nanos(request.timeout());
    requireOpen();
    Generation generation = generation(request);
    switch (shared.engine().submit(generation)) {
      case ACCEPTED -> {}
      case OVERLOADED ->
          throw new TransientModelException(
              "model " + name + " is overloaded: its queue of waiting calls is full");
      case ENDED -> throw new TransientModelException("model " + name + " is closed");
    }
    try {
      return await(generation, deadline, request.timeout(), tokens);
    } finally {
      shared.engine().cancel(generation);
    }
  }

  private Completion await(
      Generation generation, long deadline, Duration timeout, Consumer<String> tokens) {
    while (true) {
      Event event;
      try {
        event = generation.events().poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TransientModelException("interrupted while waiting for model " + name, e);
      }
      switch (event) {
        case null ->
            throw new TransientModelException(
                "model " + name + " did not finish within " + timeout);
        case Event.Piece(String text) -> tokens.accept(text);
        case Event.Done(Completion completion) -> {
          return completion;
        }
        case Event.Failed(String message, Throwable cause) ->
            throw new TransientModelException(message, cause);
      }
    }
  }

  private Generation generation(CompletionRequest request) {
    int context = shared.config().context();
    int[] prompt = encode(request.prompt());
    if (prompt.length == 0) {
      throw new PermanentModelException("the prompt is empty (expected: at least one token)");
    }
    if (prompt.length + 1 > context) {
      throw new PermanentModelException(
          "the prompt has "
              + prompt.length
              + " tokens (expected: at most "
              + (context - 1)
              + ", as model "
              + name
              + " has a context of "
              + context
              + " and one is left for the answer)");
    }
    int limit = Math.min(request.maxTokens(), context - prompt.length);
    return new Generation(
        request,
        prompt,
        limit,
        named(request),
        shared.tokenizer().vocabulary(),
        shared.config().endTokens());
  }

  private int[] encode(String prompt) {
    try {
      return shared.tokenizer().encode(prompt);
    } catch (UnknownTextException e) {
      throw new PermanentModelException(
          "model " + name + " cannot read the prompt: " + e.getMessage(), e);
    }
  }

  private Map<String, Integer> named(CompletionRequest request) {
    Map<String, Integer> named = new HashMap<>();
    for (String token : request.namedTokens()) {
      named.put(
          token,
          shared
              .tokenizer()
              .single(token)
              .orElseThrow(
                  () ->
                      new PermanentModelException(
                          "named token \"" + token + "\" is not one token of model " + name)));
    }
    return named;
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new TransientModelException("model " + name + " is closed");
    }
  }

  private static long nanos(Duration timeout) {
    try {
      return Math.min(timeout.toNanos(), Long.MAX_VALUE / 2);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 2;
    }
  }

  /** Gives up this handle; calls through it that are still running end as the engine decides. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
