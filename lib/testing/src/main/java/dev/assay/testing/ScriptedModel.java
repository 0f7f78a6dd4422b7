// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import dev.assay.model.Completion;
import dev.assay.model.Completion.Finish;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A model that says what it is told to say and keeps every request, so that a test can look at what
 * was asked. One character is one token, as with the embedded model.
 */
public final class ScriptedModel implements Model {

  private final Function<CompletionRequest, String> script;
  private final List<CompletionRequest> requests = new ArrayList<>();

  private ScriptedModel(Function<CompletionRequest, String> script) {
    this.script = script;
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
    return new ScriptedModel(request -> script.apply(request.prompt()));
  }

  /** Never replies. */
  public static ScriptedModel failing(ModelException failure) {
    return new ScriptedModel(
        _ -> {
          throw failure;
        });
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public synchronized Completion complete(CompletionRequest request, Consumer<String> tokens) {
    requests.add(request);
    String reply = script.apply(request);
    tokens.accept(reply);
    return new Completion(reply, List.of(), request.prompt().length(), reply.length(), Finish.STOP);
  }

  /** What it was asked so far. */
  public synchronized List<CompletionRequest> requests() {
    return List.copyOf(requests);
  }

  /** The prompts of {@link #requests}. */
  public List<String> prompts() {
    return requests().stream().map(CompletionRequest::prompt).toList();
  }
}
