// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.LikelihoodModel;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Reply;
import dev.assay.model.Spent;
import dev.assay.model.TokenLikelihoods;
import dev.assay.model.TransientModelException;
import dev.assay.model.tensorflow.checkpoint.UnknownTextException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A {@link LikelihoodModel} that computes in this process. Callers block; the engine behind it
 * batches them. A call that the engine has taken on is on the bill, whatever comes of it. Opened by
 * {@link TensorFlowModels}.
 *
 * <p>Its checkpoints go on with plain text and were shown no turns: they read the messages of a
 * prompt one behind the other, and the beginning of the reply behind those.
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
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREFILL);
  }

  @Override
  public Reply complete(CompletionRequest request) {
    requireAble(request);
    long deadline = System.nanoTime() + nanos(request.timeout());
    requireOpen();
    return answer(generation(request), deadline, request.timeout());
  }

  @Override
  public TokenLikelihoods likelihoods(String prompt, String continuation, Duration timeout) {
    long deadline = System.nanoTime() + nanos(timeout);
    requireOpen();
    int[] given = required("prompt", prompt);
    int[] asked = required("continuation", continuation);
    requireRoom(given.length, asked.length);
    LikelihoodCall scoring = new LikelihoodCall(given, asked);
    return scoring.spelled(answer(scoring, deadline, timeout), shared.tokenizer().vocabulary());
  }

  /** Has the engine work on a call, and gives it up where that takes too long. */
  private <T> T answer(EngineCall<T> call, long deadline, Duration timeout) {
    submit(call);
    try {
      return call.result().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (TimeoutException e) {
      throw late(timeout);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new TransientModelException(String.valueOf(cause.getMessage()), cause, Spent.ONE_CALL);
    } finally {
      shared.engine().cancel(call);
    }
  }

  private void submit(EngineCall<?> call) {
    switch (shared.engine().submit(call)) {
      case ACCEPTED -> {}
      case OVERLOADED ->
          throw new TransientModelException(
              "model " + name + " is overloaded: its queue of waiting calls is full");
      case ENDED -> throw new TransientModelException("model " + name + " is closed");
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
    int[] prompt = required("prompt", plain(request.prompt()));
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
        request, prompt, limit, shared.tokenizer().vocabulary(), shared.config().endTokens());
  }

  private static String plain(Prompt prompt) {
    return prompt.text() + Objects.requireNonNullElse(prompt.prefill(), "");
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
    requireShort(what, text);
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

  /** Unread: a token of text takes many bytes of memory, and a stranger may write it. */
  private void requireShort(String what, String text) {
    long most = (long) shared.config().context() * shared.tokenizer().vocabulary().longest();
    if (text.length() > most) {
      throw new PermanentModelException(
          "the %s has %d characters (expected: at most %d, the context of model %s)"
              .formatted(what, text.length(), most, name));
    }
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
