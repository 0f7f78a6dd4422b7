// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.loop;

import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.datasets.DatasetFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Somebody's own questions with their answers, one JSON object a line. */
public final class LabelledQuestions {

  private static final String LINE = "{\"question\": \"…\", \"answer\": \"…\"}";

  private LabelledQuestions() {}

  /**
   * @param file of lines such as {@code {"question": "…", "answer": "…"}}
   * @throws BadDataException naming the line that is something else
   */
  public static List<BenchProblem> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadDataException("no file " + file + " (expected: " + LINE + " on each line)");
    }
    List<JsonNode> lines = new DatasetFolder(Path.of("")).jsonLines(file.toString());
    List<BenchProblem> problems = new ArrayList<>();
    for (JsonNode line : lines) {
      problems.add(
          new BenchProblem(
              problems.size(),
              text(line, "question", file, problems.size() + 1),
              text(line, "answer", file, problems.size() + 1)));
    }
    if (problems.isEmpty()) {
      throw new BadDataException(file + " has no lines (expected: a question each)");
    }
    return problems;
  }

  private static String text(JsonNode line, String field, Path file, int number) {
    JsonNode value = line.path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw new BadDataException(
          "%s, row %d: no text in \"%s\" (expected: %s)".formatted(file, number, field, LINE));
    }
    return value.asString();
  }
}
