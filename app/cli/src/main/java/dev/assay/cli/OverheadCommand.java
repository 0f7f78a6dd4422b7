// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.lab.overhead.GridLoad;
import dev.assay.lab.overhead.MixedLoad;
import dev.assay.lab.overhead.OverheadBench;
import dev.assay.lab.overhead.OverheadReport;
import dev.assay.lab.overhead.OverheadRow;
import dev.assay.lab.overhead.cost.MeasuredSystem;
import dev.assay.lab.overhead.pace.ModelProcess;
import dev.assay.lab.overhead.profile.FlightRecording;
import dev.assay.lab.overhead.profile.SampledProfile;
import dev.assay.lab.overhead.spread.SpreadFigures;
import dev.assay.lab.overhead.spread.SpreadLoad;
import dev.assay.lab.overhead.spread.SpreadRun;
import dev.assay.lab.report.Findings;
import dev.assay.lab.report.Machine;
import dev.assay.lab.report.TextReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the loop costs beside its model calls. */
@Command(
    name = "overhead",
    description = {
      "Measure what the loop costs beside its model calls: time, processor, memory, storage.",
      "",
      "  ./assay bench overhead                                  all rows, in some ten minutes",
      "  ./assay bench overhead --shapes 1x1,4x4 --in-flight 1,64",
      "  ./assay bench overhead --shapes none --mixed            slow calls, large problems, a hang",
      "",
      "A model server of a fixed pace and a system of its own are started for it, each in its",
      "own process (docs/bench.md).",
      ""
    },
    mixinStandardHelpOptions = true)
final class OverheadCommand implements Callable<Integer> {

  private static final String OUT = "--out";
  private static final String PROFILE = "--profile";
  private static final int IDLE_SECONDS = 5;
  private static final double HUNDRED = 100;
  private static final double SECOND = 1000;

  @Mixin private OverheadLoadOptions loads = new OverheadLoadOptions();

  @Mixin private OverheadSystemOptions target = new OverheadSystemOptions();

  @Option(names = OUT, paramLabel = "FILE", description = "Also write all figures there, as JSON.")
  private @Nullable Path out;

  @Option(
      names = PROFILE,
      paramLabel = "FILE",
      description = "Record the last row there (Java Flight Recorder), and sum it up.")
  private @Nullable Path profile;

  /** All of it, for machines. */
  record Written(Instant finished, String version, Machine machine, OverheadReport report) {}

  @Override
  public Integer call() throws InterruptedException {
    loads.check();
    target.check();
    if (out != null) {
      OutputFile.requireWritable(OUT, out);
    }
    if (profile != null) {
      OutputFile.requireWritable(PROFILE, profile);
    }
    try {
      return run(StatusLine.onStandardError());
    } catch (IllegalStateException e) {
      throw new SystemFailedException(String.valueOf(e.getMessage()), e);
    }
  }

  private int run(StatusLine status) throws InterruptedException {
    try (ScratchFolder folder = ScratchFolder.make("assay-overhead");
        ModelProcess model = ModelProcess.start(folder.path(), target.modelPort())) {
      MeasuredSystem running = target.running();
      if (running != null) {
        return report(measure(running, model, folder.path(), "", status), status);
      }
      status.show("starting " + target.system() + " ...");
      try (OverheadSystem system = target.start(folder.path(), model)) {
        folder.before(system::close);
        String ready = ", ready after " + Durations.seconds(system.took());
        return report(measure(system.measured(), model, folder.path(), ready, status), status);
      }
    }
  }

  private OverheadReport measure(
      MeasuredSystem system, ModelProcess model, Path folder, String ready, StatusLine status)
      throws InterruptedException {
    status.show("two replicas ...");
    SpreadFigures spread =
        loads.mixed()
            ? SpreadRun.of(folder.resolve("spread"), SpreadLoad.usual(loads.pace().millis()))
            : null;
    try (OverheadBench bench = new OverheadBench(system, model, loads.pace(), loads.question())) {
      List<OverheadRow> rows = rows(bench, system, status);
      status.show("resting ...");
      double idle = system.process() == null ? 0 : bench.idleMillis(IDLE_SECONDS);
      status.show("mixed loads ...");
      List<MixedLoad> mixed = loads.mixed() ? bench.mixed().all(loads.sizes()) : List.of();
      String about =
          String.format(
              Locale.ROOT,
              "%s%s, with %s; when idle it uses %.1f %% of a core. %d cores, %s.",
              target.system(),
              ready,
              loads.model(),
              HUNDRED * idle / SECOND,
              Machine.here().cores(),
              Machine.here().processor());
      return new OverheadReport(about, system.process() != null, rows, mixed, spread);
    }
  }

  private List<OverheadRow> rows(OverheadBench bench, MeasuredSystem system, StatusLine status) {
    List<OverheadRow> rows = new ArrayList<>();
    loads.first().forEach(load -> rows.add(row(bench, load, status)));
    status.show("warming up ...");
    loads.warmUp().forEach(bench::warm);
    List<GridLoad> left = loads.rows();
    for (GridLoad load : left) {
      MeasuredSystem.Local process = system.process();
      if (profile != null && process != null && load.equals(left.getLast())) {
        FlightRecording.start(process.pid());
        rows.add(row(bench, load, status));
        FlightRecording.stop(process.pid(), profile);
      } else {
        rows.add(row(bench, load, status));
      }
    }
    return rows;
  }

  private static OverheadRow row(OverheadBench bench, GridLoad load, StatusLine status) {
    status.show(
        "%d problems of %s, %d at a time ..."
            .formatted(load.problems(), load.shape(), load.inFlight()));
    return bench.measure(load);
  }

  private int report(OverheadReport report, StatusLine status) {
    status.clear();
    print(report.findings());
    if (out != null) {
      Written all = new Written(Instant.now(), BuildVersion.number(), Machine.here(), report);
      OutputFile.write(
          out, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }
    if (profile != null && report.local()) {
      print(SampledProfile.of(profile).findings());
    }
    return report.whole() ? ExitCode.VERIFIED : ExitCode.FAILED;
  }

  private static void print(Findings findings) {
    TextReport.lines(findings, Terminal.width(Terminal.OUTPUT)).forEach(System.out::println);
  }
}
