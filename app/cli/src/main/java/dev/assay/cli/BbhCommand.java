// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.SettlementPolling;
import dev.assay.contracts.Json;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.lab.loop.Arm;
import dev.assay.lab.loop.ArmResult;
import dev.assay.lab.loop.ArmRun;
import dev.assay.lab.loop.ArmSummary;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.ProblemResult;
import dev.assay.lab.loop.ResidentMemory;
import dev.assay.lab.loop.SettlementCounter;
import dev.assay.lab.report.Machine;
import dev.assay.lab.report.ResultSummary;
import dev.assay.standalone.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the running loop on problems whose answers are known. */
@Command(
    name = "bbh",
    description = {
      "Measure the running loop on multi-step arithmetic, without and with refinement.",
      "",
      "  ./assay bench bbh --dataset DIR     the problems of BIG-Bench-Hard, from DIR",
      "  ./assay bench bbh --generated 250   fresh problems of the same kind",
      "  ./assay bench bbh --labelled FILE   questions of yours",
      ""
    },
    mixinStandardHelpOptions = true)
final class BbhCommand implements Callable<Integer> {

  @Mixin private QuestionSource source = new QuestionSource();

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "8",
      description = "Independent solutions (default: ${DEFAULT-VALUE}).")
  private int attempts = 8;

  @Option(
      names = "--verifications",
      paramLabel = "M",
      defaultValue = "4",
      description = "Verdicts per solution (default: ${DEFAULT-VALUE}).")
  private int verifications = 4;

  @Option(
      names = "--revisions",
      paramLabel = "R",
      defaultValue = "1",
      description = "Most refinements per attempt (default: ${DEFAULT-VALUE}).")
  private int revisions = 1;

  @Option(names = "--concurrency", defaultValue = "4", description = "Problems at a time.")
  private int concurrency = 4;

  @Option(names = "--deadline", defaultValue = "10m", description = "Of each problem.")
  private Duration deadline = Duration.ofMinutes(10);

  @Mixin private Runs runs = new Runs();

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(names = "--json", paramLabel = "FILE", description = "Also write every result there.")
  private @Nullable Path json;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Also write the few figures that the README shows.")
  private @Nullable Path summary;

  @Override
  public Integer call() {
    UsageException.requireAtLeastOne("--concurrency", concurrency);
    List<BenchProblem> asked = source.problems();
    StatusLine status = StatusLine.onStandardError();
    String name = runs.choose(server.data());
    if (json != null) {
      OutputFile.requireWritable("--json", json);
    }
    if (summary != null) {
      OutputFile.requireWritable("--summary", summary);
    }
    try (Host host = Hosts.of(server, status).find(() -> {})) {
      Runs.note(name, server.data());
      System.err.println(
          "run " + name + " at " + host.url() + "; if it is cut short, go on with --run " + name);
      System.err.println("models " + host.models());
      BenchReport report = measure(host, name, asked, status);
      report.lines(Terminal.width(Terminal.OUTPUT)).forEach(System.out::println);
      write(report);
      return report.good() ? ExitCode.VERIFIED : ExitCode.FAILED;
    }
  }

  private BenchReport measure(Host host, String name, List<BenchProblem> asked, StatusLine status) {
    SettlementPolling settling = new SettlementPolling(host.client(), deadline);
    List<ArmResult> results = new ArrayList<>();
    for (Arm arm : arms()) {
      BenchProgress bar =
          new BenchProgress(status, InstantSource.system(), arm.name(), asked.size());
      bar.begin();
      results.add(new ArmRun(settling, name, arm).work(asked, concurrency, bar::add));
    }
    status.clear();
    return new BenchReport(
        title(asked.size()),
        name,
        Instant.now(),
        results,
        host.server().flatMap(RunningServer::kafka).map(kafka -> count(kafka, results)),
        host.server().map(known -> ResidentMemory.of(known.pid(), server.data())),
        Machine.here());
  }

  private List<Arm> arms() {
    Arm grid = new Arm("with (R=" + revisions + ")", grid(revisions));
    Arm adaptive =
        new Arm("adaptive", PolicyOverrides.adaptive(attempts, verifications, revisions, deadline));
    return revisions == 0
        ? List.of(new Arm("without refinement", grid(0)), adaptive)
        : List.of(new Arm("without refinement", grid(0)), grid, adaptive);
  }

  private PolicyOverrides grid(int rounds) {
    return PolicyOverrides.grid(attempts, verifications, rounds, deadline);
  }

  private String title(int count) {
    return "%d problems (%s), N=%d, M=%d, %d at a time"
        .formatted(count, source, attempts, verifications, concurrency);
  }

  private static SettlementCounter count(Path kafka, List<ArmResult> results) {
    Set<String> ids =
        results.stream()
            .flatMap(arm -> arm.results().stream())
            .flatMap(
                each -> each instanceof ProblemResult.Settled s ? Stream.of(s.id()) : Stream.of())
            .collect(Collectors.toSet());
    return SettlementCounter.count(kafka, ids);
  }

  private void write(BenchReport report) {
    if (json != null) {
      OutputFile.write(json, text(report));
    }
    if (summary != null) {
      OutputFile.write(
          summary,
          text(
              ResultSummary.now(
                  "./assay bench bbh %s --attempts %d --verifications %d --revisions %d"
                      .formatted(source.options(), attempts, verifications, revisions),
                  BuildVersion.number(),
                  ArmSummary.of(report.arms()))));
    }
  }

  private static String text(Object value) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
