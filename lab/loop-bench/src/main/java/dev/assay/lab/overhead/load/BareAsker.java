// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.load;

import dev.assay.contracts.Json;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.CallStage;
import dev.assay.lab.overhead.pace.PacedQuestions;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Makes the same calls with nothing around them: what a program without a loop would take. */
public final class BareAsker implements Asker, AutoCloseable {

  private final Posts posts = new Posts();
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final URI model;
  private final boolean streamed;

  /**
   * @param model where calls are sent
   * @param streamed whether replies are to come piece by piece
   */
  public BareAsker(URI model, boolean streamed) {
    this.model = model;
    this.streamed = streamed;
  }

  @Override
  public void ask(AskedProblem problem) {
    Waits.forAll(
        IntStream.range(0, problem.shape().attempts())
            .mapToObj(attempt -> calls.submit(() -> work(problem, attempt)))
            .toList());
  }

  private void work(AskedProblem problem, int attempt) {
    call(problem, attempt, CallStage.DRAFT);
    call(problem, attempt, CallStage.CRITIQUE);
    Waits.forAll(
        IntStream.range(0, problem.shape().verifications())
            .mapToObj(_ -> calls.submit(() -> call(problem, attempt, CallStage.VERDICT)))
            .toList());
  }

  private void call(AskedProblem problem, int attempt, CallStage stage) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("model", "paced").put("stream", streamed);
    ObjectNode message = body.putArray("messages").addObject();
    message.put("role", "user");
    message.put("content", PacedQuestions.prompt(problem.number(), attempt, stage));
    String _ = posts.send(model, Json.mapper().writeValueAsString(body));
  }

  @Override
  public void close() {
    calls.shutdownNow();
    posts.close();
  }
}
