// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.faults.FaultPlan;
import dev.assay.lab.faults.FaultResult;
import dev.assay.lab.faults.FaultRun;
import dev.assay.lab.faults.FaultTables;
import dev.assay.lab.faults.system.MissingProgramException;
import dev.assay.lab.faults.system.Programs;
import dev.assay.lab.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills, freezes and confuses a system of its own, and says which promises it kept. */
@Command(
    name = "faults",
    description = {
      "Measure what the system keeps of its promises while what it runs on is killed.",
      "Starts a broker, a database, a scripted model and every service as processes of their own,",
      "does one fault after another to them under load, and checks what is recorded. The services",
      "are run as they are packaged: make build comes first.",
      ""
    },
    mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

  private static final String USUAL_OUT = "bench-faults";

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "0",
      description = "For how long faults go on; one round of all of them at the least.")
  private int minutes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of moments, victims and the model's misbehaviour (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description = "Processes of each service (default: ${DEFAULT-VALUE}).")
  private int replicas;

  @Option(
      names = "--problems",
      paramLabel = "N",
      defaultValue = "6",
      description = "Problems under way at a time (default: ${DEFAULT-VALUE}).")
  private int problems;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_OUT,
      description = "A new folder for what the processes say (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of(USUAL_OUT);

  @Override
  public Integer call() {
    require("--minutes", minutes, 0);
    require("--replicas", replicas, 1);
    require("--problems", problems, 1);
    if (Files.exists(out)) {
      throw new UsageException("--out: " + out + " is there already (expected: a new folder)");
    }
    FaultPlan plan = new FaultPlan(seed, Duration.ofMinutes(minutes), replicas, problems);
    FaultResult result = run(plan);
    TextReport.lines(new FaultTables(result).findings(), Terminal.width(Terminal.OUTPUT))
        .forEach(System.out::println);
    System.out.println("logs     " + out.resolve("said"));
    if (!result.good()) {
      System.err.println(result.said());
    }
    return result.good() ? ExitCode.VERIFIED : ExitCode.FAILED;
  }

  private FaultResult run(FaultPlan plan) {
    Programs programs = new Programs(Path.of(System.getProperty("assay.home", ".")));
    StatusLine status = StatusLine.onStandardError();
    try {
      Path home = Files.createDirectory(out);
      System.setProperty("assay.log", home.resolve("assay.log").toString());
      return new FaultRun(plan, programs, status::done).run(home);
    } catch (MissingProgramException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException | SQLException e) {
      throw new SystemFailedException("could not go on: " + e.getMessage(), e);
    }
  }

  private static void require(String option, int value, int least) {
    if (value < least) {
      throw new UsageException("%s: %d (expected: at least %d)".formatted(option, value, least));
    }
  }
}
