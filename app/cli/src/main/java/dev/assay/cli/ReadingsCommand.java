// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.readings.Readings;
import dev.assay.lab.report.TextReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how answers, steps and verdicts are read, on tables that come with the program. */
@Command(
    name = "readings",
    description = {
      "Measure how what models say is read: answers, their equality, verdicts, claims.",
      "Prints what was expected against what is read, kind by kind, on tables of our own; answers",
      "that are changed in one place; and the work it takes. No model and no data are needed.",
      ""
    },
    mixinStandardHelpOptions = true)
final class ReadingsCommand implements Callable<Integer> {

  private static final String ROWS = "--rows";

  @Option(
      names = ROWS,
      paramLabel = "FILE",
      description = "Write each row and its reading, to compare two builds by.")
  private @Nullable Path rows;

  @Override
  public Integer call() {
    if (rows != null) {
      OutputFile.requireWritable(ROWS, rows);
    }
    StatusLine status = StatusLine.onStandardError();
    status.show("reading ...");
    Readings readings = Readings.now();
    status.clear();
    TextReport.lines(readings.findings(), Terminal.width(Terminal.OUTPUT))
        .forEach(System.out::println);
    if (rows != null) {
      OutputFile.write(rows, readings.lines());
    }
    return readings.asExpected() ? ExitCode.VERIFIED : ExitCode.FAILED;
  }
}
