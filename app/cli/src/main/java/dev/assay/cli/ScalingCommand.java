// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.embedded.model.examples.ArithmeticProblem;
import dev.assay.embedded.model.examples.Derivation;
import dev.assay.lab.curves.PoolSize;
import dev.assay.lab.curves.ScalingReport;
import dev.assay.lab.draws.PoolRun;
import dev.assay.lab.draws.StudyRoles;
import dev.assay.lab.draws.pool.DrawnPool;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Machine;
import dev.assay.lab.report.Report;
import dev.assay.lab.report.ReportFolder;
import dev.assay.lab.report.ResultSummary;
import dev.assay.lab.report.StudyOutcome;
import dev.assay.lab.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how accuracy grows with model calls. */
@Command(
    name = "scaling",
    description = {
      "Measure how accuracy grows with model calls, on multi-step arithmetic.",
      "Draws everything that the four roles could be asked for, once, into pool.jsonl,",
      "self.jsonl and critic.jsonl; a second run goes on with them, or reports anew at no cost. Writes",
      "report.html, report.json, the curves, and the picture of it all as scaling.svg.",
      ""
    },
    mixinStandardHelpOptions = true)
final class ScalingCommand implements Callable<Integer> {

  private static final String USUAL_OUT = "bench-scaling";
  private static final String NAME = "scaling";
  private static final int REVISIONS = 2;
  private static final int MOST = 64;
  private static final double NANOS = 1e9;

  /** As much as the loop is compared at, and no more: this pool serves for that alone. */
  private static final int SELF_ATTEMPTS = 8;

  private static final int SELF_VERIFICATIONS = 4;

  @Mixin private QuestionSource source = new QuestionSource();

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "32",
      description = "Most attempts (default: ${DEFAULT-VALUE}).")
  private int attempts = 32;

  @Option(
      names = "--verifications",
      paramLabel = "M",
      defaultValue = "16",
      description = "Most verdicts per outcome (default: ${DEFAULT-VALUE}).")
  private int verifications = 16;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_OUT,
      description = "Where pools and report go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(USUAL_OUT);

  @Override
  public Integer call() {
    UsageException.requireBetween("--attempts", attempts, MOST);
    UsageException.requireBetween("--verifications", verifications, MOST);
    List<BenchProblem> asked = arithmetic();
    StatusLine status = StatusLine.onStandardError();
    ReportFolder folder = prepare();
    long start = System.nanoTime();
    ScalingReport report = report(asked, status);
    Findings findings = report.findings();
    status.clear();
    TextReport.lines(findings, Terminal.width(Terminal.OUTPUT)).forEach(System.out::println);
    write(folder, report, findings, (System.nanoTime() - start) / NANOS);
    System.out.println("report   " + folder.page());
    return ExitCode.VERIFIED;
  }

  /** The critic is scored against the right lines, which only this kind of question has. */
  private List<BenchProblem> arithmetic() {
    List<BenchProblem> asked = source.problems();
    try {
      asked.forEach(each -> derivation(each.question()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    return asked;
  }

  private static List<String> derivation(String question) {
    return Derivation.of(ArithmeticProblem.parse(question));
  }

  private ReportFolder prepare() {
    try {
      return ReportFolder.prepare(out);
    } catch (IOException e) {
      throw new UsageException(
          "--out: cannot write to the folder "
              + out
              + " ("
              + FailureText.of(e)
              + "); choose another one");
    }
  }

  private ScalingReport report(List<BenchProblem> asked, StatusLine status) {
    StudyRoles players = OpenModels.players(out.resolve("assay.log"));
    PoolSize size = new PoolSize(attempts, verifications, REVISIONS);
    PoolSize small =
        new PoolSize(
            Math.min(SELF_ATTEMPTS, attempts),
            Math.min(SELF_VERIFICATIONS, verifications),
            REVISIONS);
    DrawnPool drawn = draw(PoolRun.of(players, size), "pool", asked, status);
    DrawnPool self =
        draw(PoolRun.withoutVotes(players.generatorAlone(), small), "self", asked, status);
    DrawnPool critic =
        draw(PoolRun.ofVotes(players.criticSolving(), size), "critic", asked, status);
    status.show("computing the curves ...");
    return new ScalingReport(drawn, self, critic, ScalingCommand::derivation);
  }

  private DrawnPool draw(PoolRun run, String name, List<BenchProblem> asked, StatusLine status) {
    PoolProgress progress = new PoolProgress(status, InstantSource.system(), name, asked.size());
    return run.into(out.resolve(name + ".jsonl"), asked, progress::show);
  }

  private void write(ReportFolder folder, ScalingReport report, Findings findings, double seconds) {
    try {
      folder.picture(NAME, report.picture());
      folder.write(
          new Report(
              "Assay: accuracy against model calls",
              "The loop of the roles in use on " + source + ".",
              Instant.now(),
              BuildVersion.number(),
              Machine.here(),
              List.of(
                  new StudyOutcome.Measured(
                      NAME, "How accuracy grows with model calls", seconds, findings))));
      folder.write(
          ResultSummary.now(
              "./assay bench scaling %s --attempts %d --verifications %d"
                  .formatted(source.options(), attempts, verifications),
              BuildVersion.number(),
              report.summary()));
    } catch (IOException e) {
      throw new SystemFailedException("could not write to " + out + ": " + e.getMessage(), e);
    }
  }
}
