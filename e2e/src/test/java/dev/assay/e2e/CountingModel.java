// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A model on a server that takes its time, is wrong now and then as the seed has it, knows what is
 * wrong when it looks, and counts what it sells.
 */
final class CountingModel implements AutoCloseable {

  static final String NAME = "counting";
  static final String RIGHT = "4";

  /** No two draws alike: copies would count as one. */
  private static final String SOLUTION =
      "Let us see what is asked, in draw %d.\n\nThe answer is \\boxed{%s}.";

  private static final String WRONG = "\\boxed{5}";
  private static final int MILLIS = 30;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger sold = new AtomicInteger();
  private final StoryServer server;
  private volatile CompletableFuture<Void> open = CompletableFuture.completedFuture(null);

  CountingModel() throws IOException {
    server = new StoryServer(this::sell);
  }

  String url() {
    return server.url();
  }

  /** How many replies it has given. */
  int sold() {
    return sold.get();
  }

  /** How often it has been asked. */
  int asked() {
    return asked.get();
  }

  /** Answers nobody until it is told to go on. */
  void hold() {
    open = new CompletableFuture<>();
  }

  void goOn() {
    open.complete(null);
  }

  private String sell(JsonNode request) {
    asked.incrementAndGet();
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS))
        .join();
    open.join();
    sold.incrementAndGet();
    return reply(StoryServer.prompt(request), request.path("seed").asInt(0));
  }

  private static String reply(String prompt, int seed) {
    boolean wrong = prompt.contains(WRONG);
    if (prompt.contains("Find the first step")) {
      return wrong
          ? "\\box{STEP1}\nWhy: it is not so\nSuggestion: The answer is \\boxed{4}."
          : "\\box{STEP-1}\nWhy: it is so\nSuggestion: none";
    }
    if (prompt.contains("Judge whether")) {
      return wrong ? "\\box{STEP1}\nWhy: it is not so" : "\\box{STEP-1}\nWhy: it is so";
    }
    boolean advised = prompt.contains("Take this as advice");
    return SOLUTION.formatted(seed, seed % 3 == 0 && !advised ? "5" : RIGHT);
  }

  @Override
  public void close() {
    goOn();
    server.close();
  }
}
