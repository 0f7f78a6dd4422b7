// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.datasets.DatasetSources;
import dev.assay.lab.report.Machine;
import dev.assay.lab.report.Report;
import dev.assay.lab.report.ReportFolder;
import dev.assay.lab.report.ResultSummary;
import dev.assay.lab.report.StudyOutcome;
import dev.assay.lab.report.TextReport;
import dev.assay.lab.studies.RecordedSummary;
import dev.assay.lab.studies.Study;
import dev.assay.lab.studies.StudyRun;
import dev.assay.lab.studies.catalogue.Studies;
import dev.assay.text.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores judgement and selection on recorded outputs: no server, no database, no model. */
@Command(
    name = "recorded",
    description = {
      "Measure judgement and selection on recorded outputs of real models.",
      "Prints tables, and writes report.html, report.json and the curves as SVG.",
      "docs/bench.md says where to get the recorded sets.",
      ""
    },
    mixinStandardHelpOptions = true)
final class RecordedCommand implements Callable<Integer> {

  private static final String USUAL_OUT = "bench-report";

  private static final String ROWS = "--rows";

  private static final String ABOUT =
      "Judgement and selection by Assay, scored on what real models once wrote; no model was called."
          + " Our figures stand beside the published ones.";

  private final List<Study> known;

  @Option(
      names = "--dataset",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the recorded sets.")
  private Path dataset = Path.of("");

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Run these studies, and no others.")
  private List<String> only = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_OUT,
      description = "Where the report goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(USUAL_OUT);

  @Option(
      names = ROWS,
      paramLabel = "FILE",
      description = "Write how each recorded text is read, to compare two builds by.")
  private @Nullable Path rows;

  RecordedCommand() {
    this(Studies.all());
  }

  RecordedCommand(List<Study> known) {
    this.known = List.copyOf(known);
  }

  @Override
  public Integer call() {
    DatasetFolder folder = DatasetFolder.at(dataset);
    List<Study> chosen = chosen();
    if (rows != null) {
      OutputFile.requireWritable(ROWS, rows);
    }
    ReportFolder report = prepare();
    StatusLine status = StatusLine.onStandardError();
    List<StudyOutcome> outcomes = new ArrayList<>();
    for (Study study : chosen) {
      status.show(study.name() + " (" + (outcomes.size() + 1) + " of " + chosen.size() + ") ...");
      outcomes.add(StudyRun.of(study, folder));
      tell(outcomes.getLast(), status);
    }
    write(report, outcomes);
    System.out.println("report   " + report.page());
    requireGood(outcomes);
    if (rows != null) {
      OutputFile.write(rows, readings(chosen, folder));
    }
    return ExitCode.VERIFIED;
  }

  private List<Study> chosen() {
    List<String> names = known.stream().map(Study::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new UsageException(
            "--only: %s (expected: %s)".formatted(name, String.join(", ", names)));
      }
    }
    return known.stream().filter(each -> only.isEmpty() || only.contains(each.name())).toList();
  }

  private static String readings(List<Study> studies, DatasetFolder folder) {
    StringBuilder lines = new StringBuilder();
    for (Study study : studies) {
      boolean there = study.files().stream().allMatch(folder::has);
      for (List<String> cells : there ? study.readings(folder) : List.<List<String>>of()) {
        lines.append(study.name()).append('\t').append(TextTable.line(cells)).append('\n');
      }
    }
    return lines.toString();
  }

  private ReportFolder prepare() {
    try {
      ReportFolder folder = ReportFolder.prepare(out);
      // Before anything logs: there is no data folder to keep the log in.
      System.setProperty("assay.log", out.resolve("assay.log").toString());
      return folder;
    } catch (IOException e) {
      throw new UsageException(
          "--out: cannot write to the folder "
              + out
              + " ("
              + FailureText.of(e)
              + "); choose another one");
    }
  }

  private static void tell(StudyOutcome outcome, StatusLine status) {
    switch (outcome) {
      case StudyOutcome.Measured measured -> {
        status.clear();
        System.out.println("== " + measured.title() + "\n");
        TextReport.lines(measured.findings(), Terminal.width(Terminal.OUTPUT))
            .forEach(System.out::println);
        status.done(String.format(Locale.ROOT, "%s: %.1f s", measured.name(), measured.seconds()));
      }
      case StudyOutcome.Skipped skipped -> {
        status.done(skipped.name() + ": skipped, its data are missing");
        skipped
            .missing()
            .forEach(file -> status.done("  " + file + ": " + DatasetSources.of(file)));
      }
      case StudyOutcome.Broken broken -> status.done(broken.name() + ": its data are broken");
    }
  }

  private void write(ReportFolder report, List<StudyOutcome> outcomes) {
    try {
      report.write(
          new Report(
              "Assay on recorded outputs",
              ABOUT,
              Instant.now(),
              BuildVersion.number(),
              Machine.here(),
              outcomes));
      report.write(
          ResultSummary.now(
              "./assay bench recorded --dataset DIR"
                  + (only.isEmpty() ? "" : " --only " + String.join(",", only)),
              BuildVersion.number(),
              RecordedSummary.of(outcomes)));
    } catch (IOException e) {
      throw new SystemFailedException("could not write to " + out + ": " + e.getMessage(), e);
    }
  }

  /** What is missing is no failure as long as something was measured and nobody asked for it. */
  private void requireGood(List<StudyOutcome> outcomes) {
    List<String> problems = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (StudyOutcome outcome : outcomes) {
      switch (outcome) {
        case StudyOutcome.Broken broken -> problems.add(broken.name() + ": " + broken.problem());
        case StudyOutcome.Skipped each -> skipped.add(each.name());
        case StudyOutcome.Measured _ -> {}
      }
    }
    if (!problems.isEmpty()) {
      throw new BadDataException(String.join("\n", problems));
    }
    boolean asked = !only.isEmpty() && !skipped.isEmpty();
    if (asked || skipped.size() == outcomes.size()) {
      throw new UsageException(
          "not measured: %s (expected: their sets in %s)"
              .formatted(String.join(", ", skipped), dataset));
    }
  }
}
