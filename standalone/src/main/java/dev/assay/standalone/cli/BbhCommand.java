// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.bench.Machine;
import dev.assay.contracts.Json;
import dev.assay.standalone.RunningServer;
import dev.assay.standalone.bench.Arm;
import dev.assay.standalone.bench.ArmResult;
import dev.assay.standalone.bench.ArmRun;
import dev.assay.standalone.bench.BenchProblem;
import dev.assay.standalone.bench.Memory;
import dev.assay.standalone.bench.ProblemResult;
import dev.assay.standalone.bench.Settlements;
import dev.assay.standalone.client.Effort;
import dev.assay.standalone.client.Settling;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
      "  ./assay bench bbh --data DIR        the problems of BIG-Bench-Hard, from DIR",
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

  @Option(names = "--run", paramLabel = "NAME", description = "Go on with the run of this name.")
  private @Nullable String run;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = ServeCommand.USUAL_DATA,
      description = "The system's data folder (default: ${DEFAULT-VALUE}).")
  private Path store = Path.of(ServeCommand.USUAL_DATA);

  @Option(names = "--url", description = "Measure this server, and no other.")
  private @Nullable URI url;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write every result there.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    UsageException.requireAtLeastOne("--concurrency", concurrency);
    List<BenchProblem> asked = source.problems();
    StatusLine status = StatusLine.onStandardError();
    try (Host host = Host.of(url, store, status)) {
      String name = run == null ? newName() : run;
      System.err.println(
          "run " + name + " at " + host.url() + "; if it is cut short, go on with --run " + name);
      BenchReport report = measure(host, name, asked, status);
      report.lines().forEach(System.out::println);
      write(report);
      return report.good() ? ExitCode.VERIFIED : ExitCode.FAILED;
    }
  }

  private BenchReport measure(Host host, String name, List<BenchProblem> asked, StatusLine status) {
    Settling settling = new Settling(host.client(), deadline);
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
        host.server().map(server -> Memory.of(server.pid(), store)),
        Machine.here());
  }

  private List<Arm> arms() {
    Arm grid = new Arm("with (R=" + revisions + ")", grid(revisions));
    Arm adaptive =
        new Arm("adaptive", Effort.adaptive(attempts, verifications, revisions, deadline));
    return revisions == 0
        ? List.of(new Arm("without refinement", grid(0)), adaptive)
        : List.of(new Arm("without refinement", grid(0)), grid, adaptive);
  }

  private Effort grid(int rounds) {
    return Effort.grid(attempts, verifications, rounds, deadline);
  }

  private String title(int count) {
    return "%d problems (%s), N=%d, M=%d, %d at a time"
        .formatted(count, source, attempts, verifications, concurrency);
  }

  private static Settlements count(Path kafka, List<ArmResult> results) {
    Set<String> ids =
        results.stream()
            .flatMap(arm -> arm.results().stream())
            .flatMap(
                each -> each instanceof ProblemResult.Settled s ? Stream.of(s.id()) : Stream.of())
            .collect(Collectors.toSet());
    return Settlements.count(kafka, ids);
  }

  private void write(BenchReport report) {
    if (json == null) {
      return;
    }
    try {
      Files.writeString(
          json, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } catch (IOException e) {
      throw new SystemFailedException("could not write " + json + ": " + e.getMessage(), e);
    }
  }

  /** A name for a run that has none. */
  static String newName() {
    return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
        .withZone(ZoneOffset.UTC)
        .format(Instant.now());
  }
}
