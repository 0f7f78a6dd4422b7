// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.GeneratedProblems;
import dev.assay.lab.loop.LabelledQuestions;
import dev.assay.lab.loop.RecordedProblems;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a command that measures or learns takes questions of known answers from. */
final class QuestionSource {

  /** One of them. */
  private static final class Which {

    @Option(
        names = "--dataset",
        paramLabel = "DIR",
        required = true,
        description = "Folder (or file) with BIG-Bench Hard's multistep_arithmetic_two.json.")
    private @Nullable Path dataset;

    @Option(
        names = "--labelled",
        paramLabel = "FILE",
        required = true,
        description = "Lines of {\"question\": \"…\", \"answer\": \"…\"}.")
    private @Nullable Path labelled;

    @Option(
        names = "--generated",
        paramLabel = "COUNT",
        required = true,
        description = "This many fresh problems of multi-step arithmetic.")
    private @Nullable Integer generated;
  }

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of generated problems (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--problems", paramLabel = "COUNT", description = "Only the first so many.")
  private int most = Integer.MAX_VALUE;

  /**
   * The questions, at least one.
   *
   * @throws UsageException if a count is below 1
   * @throws dev.assay.lab.datasets.BadDataException if a file is missing, or something else
   */
  List<BenchProblem> problems() {
    UsageException.requireAtLeastOne("--problems", most);
    if (which.dataset != null) {
      return RecordedProblems.read(which.dataset, most);
    }
    if (which.labelled != null) {
      return LabelledQuestions.read(which.labelled).stream().limit(most).toList();
    }
    int count = which.generated == null ? 0 : which.generated;
    UsageException.requireAtLeastOne("--generated", count);
    return GeneratedProblems.of(Math.min(count, most), seed);
  }

  /** The options that ask for them again; whoever does so has folders and files of his own. */
  String options() {
    String first = most == Integer.MAX_VALUE ? "" : " --problems " + most;
    if (which.dataset != null) {
      return "--dataset DIR" + first;
    }
    return (which.labelled == null
            ? "--generated %d --seed %d".formatted(which.generated, seed)
            : "--labelled FILE")
        + first;
  }

  /** What they are, for a title. */
  @Override
  public String toString() {
    if (which.dataset != null) {
      return "BIG-Bench-Hard multistep_arithmetic_two";
    }
    return which.labelled == null
        ? "generated multi-step arithmetic, seed " + seed
        : String.valueOf(which.labelled.getFileName());
  }
}
