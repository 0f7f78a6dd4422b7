// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Stopping;
import dev.assay.standalone.client.AssayClient;
import dev.assay.standalone.client.Effort;
import dev.assay.standalone.client.ProblemView;
import dev.assay.standalone.client.Settling;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one question and shows the answer with its reasons. */
@Command(
    name = "ask",
    description = {
      "Ask a question.",
      "A running server is used; without one, the system is started for this question."
    },
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUESTION",
      description = {
        "The question, in quotes. The embedded model knows multi-step arithmetic and who holds",
        "what after swaps; any other question is refused with an example of each."
      })
  private String question = "";

  @Option(names = "--attempts", paramLabel = "N", description = "Independent solutions.")
  private @Nullable Integer attempts;

  @Option(names = "--verifications", paramLabel = "M", description = "Verdicts per solution.")
  private @Nullable Integer verifications;

  @Option(names = "--revisions", paramLabel = "R", description = "Most refinements per attempt.")
  private @Nullable Integer revisions;

  @Option(
      names = "--rule",
      description = {
        "How to choose: pessimistic, verifier_voting, best_of_n, majority, shortest_majority,",
        "accepted_majority."
      })
  private @Nullable SelectionRule rule;

  @Option(names = "--deadline", description = "Answer by then, with what there is: 60s, 2m.")
  private @Nullable Duration deadline;

  @Option(
      names = "--stopping",
      description = "fixed: all of N and M; adaptive: only what can change the decision.")
  private @Nullable Stopping stopping;

  @Option(
      names = "--max-error-rate",
      paramLabel = "RATE",
      description = "Call an answer verified only if so few such answers are wrong: 0.05.")
  private @Nullable Double maxErrorRate;

  @Option(names = "--json", description = "Print only JSON: the problem and its answer.")
  private boolean json;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ServeCommand.USUAL_DATA,
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(ServeCommand.USUAL_DATA);

  @Option(names = "--url", description = "Ask this server, and no other.")
  private @Nullable URI url;

  @Override
  public Integer call() {
    if (question.isBlank()) {
      throw new UsageException("QUESTION is blank (expected: text)");
    }
    if (maxErrorRate != null && !(maxErrorRate > 0 && maxErrorRate < 1)) {
      throw new UsageException(
          "--max-error-rate: " + maxErrorRate + " (expected: above 0, below 1)");
    }
    StatusLine status = StatusLine.onStandardError();
    try (Host host = Host.of(url, data, status)) {
      long start = System.nanoTime();
      ProblemView problem = ask(host.client(), status);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (json) {
        System.out.println(
            Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(problem.json()));
      } else {
        print(System.out, problem, took, host);
      }
      return ExitCode.of(problem.settledAnswer().status());
    }
  }

  private ProblemView ask(AssayClient client, StatusLine status) {
    String name = rule == null ? null : rule.toString();
    String stop = stopping == null ? null : stopping.toString();
    Effort effort =
        new Effort(attempts, verifications, revisions, name, deadline, stop, maxErrorRate);
    Settling settling =
        new Settling(client, deadline == null ? Policy.DEFAULT.deadline() : deadline);
    String id = client.submit(question, effort, UUID.randomUUID().toString());
    ProblemView settled = settling.await(id, view -> status.show(ProgressText.of(view.progress())));
    status.clear();
    return settled;
  }

  private void print(PrintStream out, ProblemView problem, Duration took, Host host) {
    Answer answer = problem.settledAnswer();
    AnswerText.of(answer).forEach(out::println);
    out.println();
    out.printf(
        "cost     %d model calls, %d tokens, %s%n",
        answer.usage().calls(), answer.usage().totalTokens(), Durations.seconds(took));
    URI evidence = host.client().evidenceUrl(problem.id());
    if (host.embedded().isEmpty()) {
      out.println("evidence " + evidence);
      return;
    }
    String folder = data.equals(Path.of(ServeCommand.USUAL_DATA)) ? "" : " --data '" + data + "'";
    out.printf(
        "evidence ./assay serve%s, then http://127.0.0.1:%d%s%n",
        folder, ServeCommand.USUAL_PORT, evidence.getPath());
  }
}
