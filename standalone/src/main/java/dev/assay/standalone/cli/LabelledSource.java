// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.standalone.bench.BenchProblem;
import dev.assay.standalone.bench.GeneratedProblems;
import dev.assay.standalone.bench.LabelledQuestions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a command that learns takes questions of known answers from, and where it writes. */
final class LabelledSource {

  /** One of the two. */
  private static final class Questions {

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
        description = "This many problems of the embedded model's kind instead.")
    private @Nullable Integer generated;
  }

  @ArgGroup(multiplicity = "1")
  private Questions questions = new Questions();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the generated problems (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  List<BenchProblem> problems() {
    if (questions.generated == null) {
      return LabelledQuestions.read(questions.labelled == null ? Path.of("") : questions.labelled);
    }
    if (questions.generated < 1) {
      throw new UsageException("--generated: " + questions.generated + " (expected: >= 1)");
    }
    return GeneratedProblems.of(questions.generated, seed);
  }
}
