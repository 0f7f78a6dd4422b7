// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import dev.assay.contracts.Json;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.GridShape;
import dev.assay.lab.overhead.pace.PacedQuestions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the loop. The chat API answers when the problem is settled: one request a problem, and no
 * pause between two looks in what is measured.
 */
public final class LoopAsker implements Asker, AutoCloseable {

  private static final Duration DEADLINE = Duration.ofMinutes(15);

  private static final int MOST_TRIES = 600;
  private static final long PAUSE_MILLIS = 500;

  private final AtomicInteger refusals = new AtomicInteger();
  private final Posts posts = new Posts();
  private final URI url;
  private final int questionLength;

  /**
   * @param gateway without a path
   * @param questionLength characters of a question, at least
   */
  public LoopAsker(URI gateway, int questionLength) {
    this.url = gateway.resolve("/v1/chat/completions");
    this.questionLength = questionLength;
  }

  @Override
  public void ask(AskedProblem problem) {
    String body = body(problem);
    for (int tries = 1; ; tries++) {
      try {
        String _ = posts.send(url, body);
        return;
      } catch (BusyException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        refusals.incrementAndGet();
        pause(Math.max(PAUSE_MILLIS, e.retryAfterMillis()));
      }
    }
  }

  /** What was refused for now is asked again: waiting for that is part of a problem's time. */
  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public int refusals() {
    return refusals.get();
  }

  private String body(AskedProblem problem) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("model", "assay");
    ObjectNode message = body.putArray("messages").addObject();
    message.put("role", "user");
    message.put("content", PacedQuestions.of(problem.number(), questionLength));
    body.set("assay", Json.mapper().valueToTree(policy(problem.shape())));
    return Json.mapper().writeValueAsString(body);
  }

  /** All of N and M, so that it is known how many calls there are. */
  private static PolicyOverrides policy(GridShape shape) {
    return PolicyOverrides.grid(shape.attempts(), shape.verifications(), 0, DEADLINE);
  }

  @Override
  public void close() {
    posts.close();
  }
}
