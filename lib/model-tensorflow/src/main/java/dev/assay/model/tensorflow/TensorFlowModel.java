// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Completion;
import dev.assay.model.CompletionRequest;
import dev.assay.model.LikelihoodModel;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Spent;
import dev.assay.model.TokenLikelihoods;
import dev.assay.model.TransientModelException;
import dev.assay.model.tensorflow.checkpoint.UnknownTextException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A {@link LikelihoodModel} that computes in this process. Callers block and run their own
 * callbacks; the engine behind it batches them. A call that the engine has taken on is on the bill,
 * whatever comes of it. Opened by {@link TensorFlowModels}.
 */
public final class TensorFlowModel implements LikelihoodModel, AutoCloseable {

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
    submit(generation);
    try {
      return await(generation, deadline, request.timeout(), tokens);
    } finally {
      shared.engine().cancel(generation);
    }
  }

  @Override
  public TokenLikelihoods likelihoods(String prompt, String continuation, Duration timeout) {
    long deadline = System.nanoTime() + nanos(timeout);
    requireOpen();
    int[] given = required("prompt", prompt);
    int[] asked = required("continuation", continuation);
    requireRoom(given.length, asked.length);
    LikelihoodCall scoring = new LikelihoodCall(given, asked);
    submit(scoring);
    try {
      return scoring.spelled(await(scoring, deadline, timeout), shared.tokenizer().vocabulary());
    } finally {
      shared.engine().cancel(scoring);
    }
  }

  private void submit(EngineCall call) {
    switch (shared.engine().submit(call)) {
      case ACCEPTED -> {}
      case OVERLOADED ->
          throw new TransientModelException(
              "model " + name + " is overloaded: its queue of waiting calls is full");
      case ENDED -> throw new TransientModelException("model " + name + " is closed");
    }
  }

  private Completion await(
      Generation generation, long deadline, Duration timeout, Consumer<String> tokens) {
    while (true) {
      CallEvent event;
      try {
        event = generation.events().poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      switch (event) {
        case null -> throw late(timeout);
        case CallEvent.Piece(String text) -> tokens.accept(text);
        case CallEvent.Done(Completion completion) -> {
          return completion;
        }
        case CallEvent.Failed(String message, Throwable cause) ->
            throw new TransientModelException(message, cause, Spent.ONE_CALL);
      }
    }
  }

  private float[] await(LikelihoodCall scoring, long deadline, Duration timeout) {
    try {
      return scoring.result().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (TimeoutException e) {
      throw late(timeout);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new TransientModelException(String.valueOf(cause.getMessage()), cause, Spent.ONE_CALL);
    }
  }

  private TransientModelException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TransientModelException(
        "interrupted while waiting for model " + name, e, Spent.ONE_CALL);
  }

  private TransientModelException late(Duration timeout) {
    return new TransientModelException(
        "model " + name + " did not finish within " + timeout, null, Spent.ONE_CALL);
  }

  private Generation generation(CompletionRequest request) {
    int context = shared.config().context();
    int[] prompt = required("prompt", request.prompt());
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

  private void requireRoom(int given, int asked) {
    int context = shared.config().context();
    if (given + asked > context) {
      throw new PermanentModelException(
          "the texts have %d + %d tokens (expected: together at most %d, the context of model %s)"
              .formatted(given, asked, context, name));
    }
  }

  /** The tokens of a text that must have some. */
  private int[] required(String what, String text) {
    try {
      int[] tokens = shared.tokenizer().encode(text);
      if (tokens.length == 0) {
        throw new PermanentModelException(
            "the " + what + " is empty (expected: at least one token)");
      }
      return tokens;
    } catch (UnknownTextException e) {
      throw new PermanentModelException(
          "model " + name + " cannot read the " + what + ": " + e.getMessage(), e);
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
