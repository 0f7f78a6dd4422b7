// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.selection.calibration.Calibration;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.Effort;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.risk.RiskControl;
import dev.assay.selection.risk.RiskThreshold.Attained;
import dev.assay.selection.risk.RiskThreshold.Unattainable;
import dev.assay.standalone.bench.Arm;
import dev.assay.standalone.bench.ArmResult;
import dev.assay.standalone.bench.ArmRun;
import dev.assay.standalone.bench.BenchProblem;
import dev.assay.standalone.bench.Labelled;
import dev.assay.standalone.client.Settling;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns from questions of known answers how sure the verifier in use can be. */
@Command(
    name = "calibrate",
    description = {
      "Learn from questions whose answers are known how sure an answer is.",
      "",
      "  ./assay calibrate --labelled FILE --out calibration.json",
      "",
      "Works them through the running loop with the server's own policy. Services that are",
      "started with ASSAY_CALIBRATION=calibration.json then state a confidence, and keep a",
      "max_error_rate or abstain.",
      ""
    },
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {

  private static final List<Double> RATES = List.of(0.01, 0.02, 0.05, 0.1, 0.2);
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Mixin private QuestionSource source = new QuestionSource();

  @Mixin private LearntFile out = new LearntFile();

  @Option(
      names = "--concurrency",
      defaultValue = "4",
      description = "Problems at a time (default: ${DEFAULT-VALUE}).")
  private int concurrency = 4;

  @Option(names = "--run", paramLabel = "NAME", description = "Go on with the run of this name.")
  private @Nullable String run;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = ServeCommand.USUAL_DATA,
      description = "The system's data folder (default: ${DEFAULT-VALUE}).")
  private Path store = Path.of(ServeCommand.USUAL_DATA);

  @Option(names = "--url", description = "Learn from this server, and no other.")
  private @Nullable URI url;

  @Override
  public Integer call() {
    List<BenchProblem> problems = source.problems();
    UsageException.requireAtLeastOne("--concurrency", concurrency);
    out.requireWritable();
    StatusLine status = StatusLine.onStandardError();
    try (Host host = Host.of(url, store, status)) {
      CalibrationSet learnt = learnt(work(host, problems, status));
      out.write(learnt);
      lines(learnt).forEach(System.out::println);
      return ExitCode.VERIFIED;
    }
  }

  private List<Labelled> work(Host host, List<BenchProblem> problems, StatusLine status) {
    Arm arm = new Arm("calibrate", dev.assay.standalone.client.Effort.usual());
    BenchProgress bar =
        new BenchProgress(status, InstantSource.system(), arm.name(), problems.size());
    bar.begin();
    String name = run == null ? BbhCommand.newName() : run;
    System.err.println("run " + name + "; if it is cut short, go on with --run " + name);
    ArmRun work = new ArmRun(new Settling(host.client(), PATIENCE), name, arm);
    ArmResult result = work.work(problems, concurrency, bar::add);
    status.clear();
    List<Labelled> labelled = new ArrayList<>();
    result.settled().stream()
        .flatMap(each -> Stream.ofNullable(each.labelled()))
        .forEach(labelled::add);
    System.out.printf(
        "%d questions: %d settled in time with an answer, %d not%n",
        problems.size(), labelled.size(), problems.size() - labelled.size());
    return labelled;
  }

  private static CalibrationSet learnt(List<Labelled> labelled) {
    Set<String> verifiers =
        labelled.stream().flatMap(each -> each.verifiers().stream()).collect(Collectors.toSet());
    Set<Effort> efforts = labelled.stream().map(Labelled::effort).collect(Collectors.toSet());
    if (verifiers.size() != 1 || efforts.size() != 1) {
      throw new SystemFailedException(
          "the outcomes are of verifiers %s and policies %s (expected: one of each)"
              .formatted(verifiers, efforts));
    }
    return new CalibrationSet(
        verifiers.iterator().next(),
        efforts.iterator().next(),
        LocalDate.now(ZoneOffset.UTC),
        labelled.stream().map(Labelled::outcome).toList());
  }

  private List<String> lines(CalibrationSet learnt) {
    List<String> lines = new ArrayList<>();
    lines.add("verifier  " + learnt.verifier());
    lines.add("policy    " + learnt.effort());
    long right = learnt.outcomes().stream().filter(LabelledOutcome::right).count();
    lines.add("outcomes  %d, %d of them right".formatted(learnt.outcomes().size(), right));
    for (Calibration.Step step : Calibration.fit(learnt.outcomes()).steps()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "score from %.3f: right with probability %.3f (%d of %d)",
              step.from(),
              step.confidence(),
              step.right(),
              step.count()));
    }
    RATES.forEach(rate -> lines.add(promise(learnt, rate)));
    lines.add("written   " + out);
    return lines;
  }

  private static String promise(CalibrationSet learnt, double rate) {
    return switch (RiskControl.threshold(learnt.outcomes(), rate, RiskControl.DELTA)) {
      case Attained(double score, int selected, int errors, double _) ->
          String.format(
              Locale.ROOT,
              "max_error_rate %.2f: kept from score %.3f, by %d of %d outcomes, %d of them wrong",
              rate,
              score,
              selected,
              learnt.outcomes().size(),
              errors);
      case Unattainable(String reason) ->
          String.format(Locale.ROOT, "max_error_rate %.2f: not kept; %s", rate, reason);
    };
  }
}
