// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import dev.assay.contracts.Json;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.GridShape;
import dev.assay.lab.overhead.pace.PacedQuestions;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the loop. The chat API answers when the problem is settled: one request a problem, and no
 * pause between two looks in what is measured.
 */
public final class LoopAsker implements Asker, AutoCloseable {

  private static final Duration DEADLINE = Duration.ofMinutes(15);

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
    String _ = posts.send(url, body(problem));
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
