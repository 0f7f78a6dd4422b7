// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.SettlementPolling;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import dev.assay.lab.loop.Arm;
import dev.assay.lab.loop.ArmResult;
import dev.assay.lab.loop.ArmRun;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.LabelledEvidence;
import dev.assay.selection.calibration.CalibrationRecord;
import dev.assay.selection.calibration.CalibrationSet;
import dev.assay.selection.calibration.ComputeBudget;
import dev.assay.standalone.ModelEnvironment;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      "  ./assay calibrate --labelled FILE --kind KIND --out calibration.json",
      "",
      "Works them through the running loop with the server's own policy. Services that are",
      "started with ASSAY_CALIBRATION=calibration.json then state a confidence for questions of",
      "this kind, and keep a max_error_rate or abstain. A FILE that is there keeps what it holds of",
      "other kinds, policies and verifiers.",
      ""
    },
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {

  private static final List<Double> RATES = List.of(0.01, 0.02, 0.05, 0.1, 0.2);
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Mixin private QuestionSource source = new QuestionSource();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "What kind of question they are: a label by which callers say that theirs are alike. The"
              + " embedded model knows its own.")
  private @Nullable QuestionKind kind;

  @Mixin private LearntFile out = new LearntFile();

  @Option(
      names = "--max-error-rate",
      paramLabel = "RATE",
      split = ",",
      description = "Look whether these rates can be kept, instead of a few usual ones.")
  private List<Double> rates = List.of();

  @Option(
      names = "--concurrency",
      defaultValue = "4",
      description = "Problems at a time (default: ${DEFAULT-VALUE}).")
  private int concurrency = 4;

  @Mixin private Runs runs = new Runs();

  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    List<BenchProblem> problems = source.problems();
    UsageException.requireAtLeastOne("--concurrency", concurrency);
    QuestionKind common = common(problems);
    out.requireWritable();
    Optional<CalibrationRecord> before = out.there(CalibrationRecord.class);
    rates.forEach(ErrorRateText::require);
    StatusLine status = StatusLine.onStandardError();
    String name = runs.choose(server.data());
    try (Host host = Hosts.of(server, status).find(() -> {})) {
      Runs.note(name, server.data());
      System.err.println("server " + host.description(server.data()));
      System.err.println("models " + host.models());
      Arm arm = new Arm("calibrate", PolicyOverrides.NONE, common);
      List<LabelledEvidence> labelled = work(host, name, arm, problems, status);
      CalibrationSet learnt = learnt(common, labelled);
      CalibrationRecord record =
          before.map(each -> each.with(learnt)).orElseGet(() -> CalibrationRecord.of(learnt));
      out.write(record);
      new CalibrationText(learnt, labelled)
          .lines(rates.isEmpty() ? RATES : rates)
          .forEach(System.out::println);
      CalibrationText.held(record).forEach(System.out::println);
      System.out.println("written   " + out);
      return code(learnt);
    }
  }

  private QuestionKind common(List<BenchProblem> problems) {
    try {
      return CommonKind.of(problems, ModelEnvironment.here().protocol()::kind, kind);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<LabelledEvidence> work(
      Host host, String name, Arm arm, List<BenchProblem> problems, StatusLine status) {
    BenchProgress bar =
        new BenchProgress(status, InstantSource.system(), arm.name(), problems.size());
    bar.begin();
    System.err.println("run " + name + "; if it is cut short, go on with --run " + name);
    ArmRun work = new ArmRun(new SettlementPolling(host.client(), PATIENCE), name, arm);
    ArmResult result = work.work(problems, concurrency, bar::add);
    status.clear();
    List<LabelledEvidence> labelled = new ArrayList<>();
    result.settled().stream()
        .flatMap(each -> Stream.ofNullable(each.labelled()))
        .forEach(labelled::add);
    System.out.printf(
        "%d questions: %d settled in time with an answer, %d not%n",
        problems.size(), labelled.size(), problems.size() - labelled.size());
    return labelled;
  }

  private static CalibrationSet learnt(QuestionKind kind, List<LabelledEvidence> labelled) {
    Set<String> verifiers =
        labelled.stream().flatMap(each -> each.verifiers().stream()).collect(Collectors.toSet());
    Set<ComputeBudget> efforts =
        labelled.stream().map(LabelledEvidence::effort).collect(Collectors.toSet());
    if (verifiers.size() != 1 || efforts.size() != 1) {
      throw new SystemFailedException(
          "the outcomes are of verifiers %s and policies %s (expected: one of each)"
              .formatted(verifiers, efforts));
    }
    return new CalibrationSet(
        verifiers.iterator().next(),
        kind,
        efforts.iterator().next(),
        LocalDate.now(ZoneOffset.UTC),
        labelled.stream().map(LabelledEvidence::outcome).toList());
  }

  /** A rate that was asked for and is not kept is no success. */
  private int code(CalibrationSet learnt) {
    boolean kept = rates.stream().allMatch(rate -> ErrorRateText.kept(learnt, rate));
    return kept ? ExitCode.VERIFIED : ExitCode.NOT_VERIFIED;
  }
}
