// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.ProblemView;
import dev.assay.client.QuestionRequest;
import dev.assay.contracts.Answer;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.QuestionKind;
import dev.assay.standalone.ModelEnvironment;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Asks one question and shows the answer with its reasons. */
@Command(
    name = "ask",
    description = {
      "Ask a question.",
      "The server of the data folder is used, or one at the usual port if neither a folder nor"
          + " models are named; without one, the system is started for this question. Ctrl-C gives"
          + " the question up."
    },
    footer = {"", ExitCode.LEGEND},
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "QUESTION",
      description =
          "The question, in quotes. The embedded model knows multi-step arithmetic and who holds"
              + " what after swaps; any other question is refused with an example of each.")
  private List<String> words = List.of();

  @Mixin private EffortOptions effort = new EffortOptions();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "What kind of question it is, by the label of ./assay calibrate --kind; the embedded"
              + " model knows its own.")
  private @Nullable QuestionKind kind;

  @Option(
      names = "--reference",
      paramLabel = "ANSWER",
      description =
          "The right answer, for a verifier that judges against one (protocol reference); no other"
              + " model is told.")
  private @Nullable String reference;

  @Option(names = "--json", description = "Print only JSON: the problem and its answer.")
  private boolean json;

  @Mixin private ServerOptions server = new ServerOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String question = UnknownWords.question(spec.commandLine(), words);
    if (question.isBlank()) {
      throw new UsageException("QUESTION is blank (expected: text)");
    }
    Policy policy = effort.policy();
    StatusLine status = StatusLine.onStandardError();
    try (Host host = Hosts.of(server, status).find(() -> requireWorthWhile(question, policy))) {
      AskRun asking =
          new AskRun(
              host.client(), new QuestionRequest(question, kind, reference, effort.effort()));
      host.beforeEnd(asking::cancel);
      long start = System.nanoTime();
      ProblemView problem =
          asking.answer(policy.deadline(), view -> status.show(ProgressText.of(view.progress())));
      status.clear();
      print(problem, Duration.ofNanos(System.nanoTime() - start), host);
      return ExitCode.of(problem.settledAnswer().status());
    }
  }

  /** What a server would say no to, or could not keep: said before the server is started. */
  private void requireWorthWhile(String question, Policy policy) {
    ModelEnvironment environment = ModelEnvironment.here();
    environment
        .protocol()
        .refusal(question, reference)
        .ifPresent(
            why -> {
              throw new UsageException(why + "; another model can be attached: docs/models.md");
            });
    ErrorRateRecord.require(agreed(environment.protocol().kind(question)), policy, environment);
  }

  private @Nullable QuestionKind agreed(Optional<QuestionKind> known) {
    try {
      return QuestionKind.of(kind, known);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }

  private void print(ProblemView problem, Duration took, Host host) {
    if (json) {
      System.out.println(
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(named(problem, host)));
    } else {
      print(System.out, problem, took, host);
    }
  }

  /** The problem as the server tells it, and who told it. */
  private static ObjectNode named(ProblemView problem, Host host) {
    ObjectNode all = problem.json().asObject().deepCopy();
    all.putObject("server")
        .put("url", host.url().toString())
        .put("started_here", host.embedded().isPresent())
        .put("models", host.models());
    return all;
  }

  private void print(PrintStream out, ProblemView problem, Duration took, Host host) {
    Answer answer = problem.settledAnswer();
    int width = Terminal.width(Terminal.OUTPUT);
    AnswerText.of(answer, width).forEach(out::println);
    out.println();
    AnswerText.field(
            "cost",
            "%d model calls, %d tokens, %s"
                .formatted(
                    answer.usage().calls(), answer.usage().totalTokens(), Durations.seconds(took)),
            width)
        .forEach(out::println);
    AnswerText.field("server", host.description(server.data()), width).forEach(out::println);
    AnswerText.field("models", host.models(), width).forEach(out::println);
    out.println("evidence " + evidence(host, problem.id()));
  }

  private String evidence(Host host, String id) {
    URI evidence = host.client().evidenceUrl(id);
    if (host.embedded().isEmpty()) {
      return evidence.toString();
    }
    return "./assay serve%s, then http://127.0.0.1:%d%s"
        .formatted(folder(server.data()), ServeCommand.USUAL_PORT, evidence.getPath());
  }

  private static String folder(Path data) {
    return data.equals(Path.of(ServeCommand.USUAL_DATA)) ? "" : " --data '" + data + "'";
  }
}
