// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.FailureKind;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * A model behind any OpenAI-compatible server: vLLM, SGLang, llama.cpp, Ollama or a hosted one.
 *
 * <p>It has no capability beyond plain chat that its settings do not name: which of them a server
 * honours, and which it ignores without a word, cannot be told from outside. What a server gives as
 * reasoning beside the content is the reply's thinking. Where a server reports no usage, the counts
 * are 0.
 */
public final class OpenAiModel implements Model, AutoCloseable {

  /** A twelfth of the heap for all replies of the process: a flood of them must not end it. */
  private static final Semaphore MEMORY =
      new Semaphore((int) Math.min(Runtime.getRuntime().maxMemory() / 12, Integer.MAX_VALUE));

  private final OpenAiSettings settings;
  private final ApiKey key;
  private final Places places;
  private final Rest rest;
  private final Asking asking;
  private volatile boolean streams;

  public OpenAiModel(OpenAiSettings settings) {
    this(settings, MEMORY, Clock.systemUTC());
  }

  /**
   * @param memory a permit for each byte of all the replies that may be in memory at a time
   * @param clock by which a server rests that was away
   */
  OpenAiModel(OpenAiSettings settings, Semaphore memory, Clock clock) {
    this.settings = settings;
    this.key = new ApiKey(settings.apiKey(), settings.apiKeyFile());
    HttpFailures failures = new HttpFailures(settings, key);
    this.places = new Places(settings, failures);
    this.rest = new Rest(clock, failures);
    this.asking = new Asking(settings, key, failures, memory);
    this.streams = !Boolean.FALSE.equals(settings.calls().stream());
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Set<Capability> capabilities() {
    return settings.capabilities();
  }

  @Override
  public Optional<String> trouble() {
    return new ServerProbe(settings, key).trouble(asking.http());
  }

  /** Whether the server is left alone for now, and another had better be asked. */
  boolean rests() {
    return rest.isTaken();
  }

  @Override
  public List<String> listed() {
    return new ListedModels(settings, key).names(asking.http());
  }

  @Override
  public Reply complete(CompletionRequest request) {
    requireAble(request);
    long start = System.nanoTime();
    places.take(request.timeout());
    try {
      return reported(request, start);
    } finally {
      places.giveBack();
    }
  }

  private Reply reported(CompletionRequest request, long start) {
    Rest.Call call = rest.begin();
    try {
      Reply reply = unlocked(request, start, call::taken);
      call.taken();
      return reply;
    } catch (ModelException e) {
      if (Thread.currentThread().isInterrupted()) {
        call.left();
      } else {
        call.failed(e);
      }
      throw e;
    } finally {
      call.left();
    }
  }

  /** A key that is refused may have been replaced a moment ago: the new one is tried, once. */
  private Reply unlocked(CompletionRequest request, long start, Runnable taken) {
    String used = key.now();
    try {
      return answered(request, start, taken);
    } catch (PermanentModelException e) {
      if (e.kind() == FailureKind.KEY && key.isOther(used)) {
        return answered(request, start, taken);
      }
      throw e;
    }
  }

  /**
   * From now on without a stream, where the server says before it does anything that it has none.
   */
  private Reply answered(CompletionRequest request, long start, Runnable taken) {
    Optional<Reply> reply = asking.ask(request, streams, start, taken);
    if (reply.isEmpty()) {
      streams = false;
      reply = asking.ask(request, false, start, taken);
    }
    return reply.orElseThrow();
  }

  /** Hangs up: calls in flight end as transient failures, and their tasks are done elsewhere. */
  @Override
  public void close() {
    asking.close();
  }

  @Override
  public String toString() {
    return "OpenAiModel[" + settings + "]";
  }
}
