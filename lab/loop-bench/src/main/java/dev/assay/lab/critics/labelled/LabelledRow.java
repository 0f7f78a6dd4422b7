// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.labelled;

import dev.assay.contracts.Bounds;
import dev.assay.equality.answers.AnswerOptions;
import dev.assay.lab.datasets.BadDataException;
import dev.assay.lab.loop.EvidenceScore;
import dev.assay.prompts.reading.FinalAnswer;
import dev.assay.prompts.reading.FinalAnswers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row as it was published: in the fields of ProcessBench, which are ours too, or in those of
 * BIG-Bench-Mistake.
 *
 * @param index of the row, from 0: its id where it has none
 * @param place for people, to find it
 */
record LabelledRow(String subset, int index, String place, JsonNode row) {

  static final String EXPECTED =
      "{\"id\": \"…\", \"problem\": \"…\", \"steps\": [\"…\"], \"label\": first wrong step from 0,"
          + " or -1}";

  private static final String MISTAKE = "mistake_index";

  LabelledSolution solution() {
    boolean published = row.has("input") && row.has(MISTAKE);
    List<String> steps = steps();
    String text = row.path("text").asString(String.join("\n\n", steps));
    String problem = text(published ? "input" : "problem");
    String answer = answer(problem, text);
    return new LabelledSolution(
        subset,
        row.path("id").isMissingNode() ? Integer.toString(index) : row.path("id").asString(),
        problem,
        steps,
        text,
        answer,
        label(published ? MISTAKE : "label", steps.size(), published),
        correct(answer, row.path(published ? "target" : "reference").asString(null)));
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : row.path("steps")) {
      if (!step.isString() || step.asString().isBlank()) {
        throw bad("step " + steps.size() + " is no text");
      }
      steps.add(step.asString());
    }
    if (steps.isEmpty() || steps.size() > Bounds.STEPS) {
      throw bad("%d steps (at least 1, at most %d)".formatted(steps.size(), Bounds.STEPS));
    }
    return steps;
  }

  private String text(String field) {
    JsonNode value = row.path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw bad("no text in \"" + field + "\"");
    }
    return value.asString();
  }

  /** What the row says it is, or else what the solution states. */
  private @Nullable String answer(String problem, String text) {
    String given = row.path("answer").asString("").strip();
    return given.isEmpty()
        ? FinalAnswers.stated(text, AnswerOptions.of(problem), false)
            .map(FinalAnswer::text)
            .orElse(null)
        : Bounds.shortened(given, Bounds.ANSWER);
  }

  /**
   * @param absent whether null says that there is no wrong step
   */
  private int label(String field, int steps, boolean absent) {
    JsonNode label = row.path(field);
    if (absent && label.isNull()) {
      return LabelledSolution.CLEAN;
    }
    if (!label.isIntegralNumber()
        || label.asInt() < LabelledSolution.CLEAN
        || label.asInt() >= steps) {
      throw bad("\"%s\" is %s, of %d steps".formatted(field, label, steps));
    }
    return label.asInt();
  }

  private @Nullable Boolean correct(@Nullable String answer, @Nullable String reference) {
    JsonNode said = row.path("final_answer_correct");
    if (said.isBoolean()) {
      return said.asBoolean();
    }
    return reference == null
        ? null
        : Boolean.valueOf(EvidenceScore.isRight(answer, reference.strip()));
  }

  private BadDataException bad(String why) {
    return new BadDataException("%s: %s (expected: %s)".formatted(place, why, EXPECTED));
  }
}
