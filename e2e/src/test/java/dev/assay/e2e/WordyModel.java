// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A model on a server that is asked about history: it puts one answer into words of many kinds, is
 * wrong every third time, and knows who says the same.
 */
final class WordyModel implements AutoCloseable {

  private static final String RIGHT = "Westphalia";

  private static final List<String> ANSWERS =
      List.of(
          "the peace of Westphalia", "the treaties of Westphalia in 1648", "the Vienna congress");

  private static final String SOLUTION =
      """
      Let me think about this war first.

      The war ended when %1$s was signed.

      The answer is \\boxed{%1$s}.""";

  /** Without the first step, which leads nowhere. */
  private static final String OUTCOME =
      """
      \\from{1}
      The war ended when %1$s was signed.

      \\from{2}
      The answer is \\boxed{%1$s}.

      \\box{DONE}""";

  private final AtomicInteger solved = new AtomicInteger();
  private final AtomicInteger compared = new AtomicInteger();
  private final StoryServer server;
  private volatile CompletableFuture<Void> comparing = CompletableFuture.completedFuture(null);

  WordyModel() throws IOException {
    server = new StoryServer(this::complete);
  }

  String url() {
    return server.url();
  }

  /** Compares nothing until it is told to go on. */
  void holdComparisons() {
    comparing = new CompletableFuture<>();
  }

  void goOn() {
    comparing.complete(null);
  }

  /** How often it was asked to compare. */
  int compared() {
    return compared.get();
  }

  private String complete(JsonNode request) {
    return reply(StoryServer.prompt(request));
  }

  private String reply(String prompt) {
    boolean right = prompt.contains(RIGHT);
    if (prompt.contains("Decide whether these two")) {
      compared.incrementAndGet();
      comparing.join();
      return prompt.contains("Vienna") ? "One is later.\n\\box{DIFFERENT}" : "\\box{EQUAL}";
    }
    if (prompt.contains("Write this solution down once more")) {
      return OUTCOME.formatted(answer(prompt));
    }
    if (prompt.contains("Find the first step")) {
      return "\\box{STEP-1}\nWhy: it is so\nSuggestion: none";
    }
    if (prompt.contains("Judge whether")) {
      return right ? "\\box{STEP-1}\nWhy: it is so" : "\\box{STEP0}\nWhy: that was later";
    }
    return SOLUTION.formatted(ANSWERS.get(solved.getAndIncrement() % ANSWERS.size()));
  }

  private static String answer(String prompt) {
    return ANSWERS.stream().filter(prompt::contains).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    goOn();
    server.close();
  }
}
