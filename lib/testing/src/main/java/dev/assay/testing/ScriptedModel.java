// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A model that says what it is told to say and keeps every request, so that a test can look at what
 * was asked. One character is one token, as with the embedded model.
 */
public final class ScriptedModel implements Model {

  private final Function<CompletionRequest, String> script;
  private final Set<Capability> capabilities;
  private final List<CompletionRequest> requests = new ArrayList<>();

  private ScriptedModel(Function<CompletionRequest, String> script) {
    this(script, Set.of());
  }

  private ScriptedModel(Function<CompletionRequest, String> script, Set<Capability> capabilities) {
    this.script = script;
    this.capabilities = capabilities;
  }

  /** The same script, by a model that can do more than answer. */
  public ScriptedModel able(Capability... capable) {
    return new ScriptedModel(script, Set.of(capable));
  }

  /** Gives these replies in order; a request beyond the last is a fault of the test. */
  public static ScriptedModel replying(String... replies) {
    Queue<String> left = new ArrayDeque<>(List.of(replies));
    return new ScriptedModel(
        request -> {
          String reply = left.poll();
          if (reply == null) {
            throw new AssertionError(
                "the script has " + replies.length + " replies; asked once more: " + request);
          }
          return reply;
        });
  }

  /** Replies to each prompt as the script says. */
  public static ScriptedModel answering(Function<String, String> script) {
    return new ScriptedModel(request -> script.apply(request.prompt().text()));
  }

  /** Never replies. */
  public static ScriptedModel failing(ModelException failure) {
    return new ScriptedModel(
        _ -> {
          throw failure;
        });
  }

  /** Takes every call on and lets none come to an end. */
  public static ScriptedModel stalling() {
    return new ScriptedModel(
        request -> {
          try {
            boolean _ =
                new CountDownLatch(1).await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
            throw ended("no reply within " + request.timeout());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended("interrupted");
          }
        });
  }

  private static TransientModelException ended(String how) {
    return new TransientModelException(how, null, Spent.ONE_CALL);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public synchronized Reply complete(CompletionRequest request) {
    requireAble(request);
    requests.add(request);
    String whole = script.apply(request);
    int end = request.prompt().stop().stream().mapToInt(stop -> end(whole, stop)).min().orElse(0);
    String said = request.prompt().stop().isEmpty() ? whole : whole.substring(0, end);
    boolean cut = said.length() > request.maxTokens();
    String text = cut ? said.substring(0, request.maxTokens()) : said;
    return new Reply(
        text, cut ? Finish.LENGTH : Finish.STOP, request.prompt().text().length(), text.length());
  }

  private static int end(String text, String stop) {
    return text.contains(stop) ? text.indexOf(stop) : text.length();
  }

  /** What it was asked so far. */
  public synchronized List<CompletionRequest> requests() {
    return List.copyOf(requests);
  }

  /** The prompts of {@link #requests}. */
  public List<String> prompts() {
    return requests().stream().map(request -> request.prompt().text()).toList();
  }
}
