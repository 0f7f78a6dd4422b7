// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Json;
import dev.assay.lab.report.TextReport;
import dev.assay.lab.storage.PlainModel;
import dev.assay.lab.storage.StorageFindings;
import dev.assay.lab.storage.StorageRun;
import dev.assay.lab.storage.StorageSample;
import dev.assay.lab.storage.StorageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what problems take on disks. */
@Command(
    name = "storage",
    description = {
      "Measure the bytes that a problem takes in PostgreSQL and Kafka, by table and by topic.",
      "The system runs as a process of its own, on a folder that must be new; its models are",
      "scripted, and say as much as --reply has it. What is set in the environment holds for it.",
      ""
    },
    mixinStandardHelpOptions = true)
final class StorageCommand implements Callable<Integer> {

  private static final String SHAPES = "--shapes";

  /** So that the fixed cost of a page is shared by several. */
  private static final int PROBLEMS = 8;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Where the measured system keeps its data; it is left there.")
  private Path data = Path.of("");

  @Option(
      names = SHAPES,
      paramLabel = "NxM",
      split = ",",
      defaultValue = "1x1,8x4,16x16",
      description = "Attempts and verifications (default: ${DEFAULT-VALUE}).")
  private List<String> grids = List.of();

  @Option(
      names = "--questions",
      paramLabel = "BYTES",
      split = ",",
      defaultValue = "200,4000,32000",
      description = "Lengths of the questions (default: ${DEFAULT-VALUE}).")
  private List<Integer> questions = List.of();

  @Option(
      names = "--reply",
      paramLabel = "BYTES",
      defaultValue = "1000",
      description = "Length of a solution; judgements take a quarter (default: ${DEFAULT-VALUE}).")
  private int reply = 1000;

  @Option(
      names = "--problems",
      defaultValue = "" + PROBLEMS,
      description = "Problems of each kind (default: ${DEFAULT-VALUE}).")
  private int problems = PROBLEMS;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write every figure there.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    UsageException.requireAtLeastOne("--problems", problems);
    UsageException.requireAtLeastOne("--reply", reply);
    if (json != null) {
      OutputFile.requireWritable("--json", json);
    }
    List<StorageShape> shapes = shapes();
    Path folder = data.toAbsolutePath();
    StatusLine status = StatusLine.onStandardError();
    status.show("starting the system to be measured ...");
    List<StorageSample> samples = new ArrayList<>();
    try (PlainModel model = new PlainModel(reply);
        ScriptedSystem system =
            ScriptedSystem.start(
                folder, model.url(), folder.resolveSibling("serve.txt").toFile())) {
      ScriptedSystem.Address address = system.address();
      try (StorageRun run = new StorageRun(address.url(), address.kafka(), folder)) {
        // The first problems of all make pages and segments that later ones share.
        run.measure(new StorageShape(1, 1, 200), 1);
        for (StorageShape shape : shapes) {
          status.show("%s, %d bytes ...".formatted(shape.grid(), shape.question()));
          samples.add(run.measure(shape, problems));
        }
      }
    } catch (SQLException e) {
      throw new SystemFailedException("could not measure the database: " + FailureText.of(e), e);
    }
    status.clear();
    TextReport.lines(StorageFindings.of(samples), Terminal.width(Terminal.OUTPUT))
        .forEach(System.out::println);
    if (json != null) {
      OutputFile.write(json, Json.mapper().writeValueAsString(samples) + "\n");
    }
    return ExitCode.VERIFIED;
  }

  private List<StorageShape> shapes() {
    List<StorageShape> shapes = new ArrayList<>();
    for (String grid : grids) {
      for (int question : questions) {
        try {
          shapes.add(StorageShape.of(grid, question));
        } catch (IllegalArgumentException e) {
          throw new UsageException(SHAPES + ": " + e.getMessage());
        }
      }
    }
    return shapes;
  }
}
