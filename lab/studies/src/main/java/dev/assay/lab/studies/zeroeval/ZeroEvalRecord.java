// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.studies.zeroeval.ZeroEvalProblem.Sample;
import dev.assay.model.Thinking;
import dev.assay.prompts.reading.FinalAnswers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One benchmark of ZeroEval: its recorded samples, and the accuracies that were published.
 *
 * @param set {@code math-l5} or {@code gsm}
 */
record ZeroEvalRecord(DatasetFolder data, String set) {

  /** Models that the published table calls by another name than the recorded samples do. */
  private static final Map<String, String> PUBLISHED_NAMES =
      Map.of(
          "DeepSeek-Coder-V2-0724", "deepseek-v2-coder-0724",
          "Llama-3.1-405B-Instruct-Turbo", "Llama-3.1-405B-Inst-fp8@together",
          "Meta-Llama-3.1-405B-Instruct@hyperbolic", "Llama-3.1-405B-Inst@hyperbolic",
          "deepseek-chat", "deepseek-v2-chat-0628",
          "deepseek-coder", "deepseek-v2-coder-0614",
          "gemma-2-27b-it@together", "gemma-2-27b-it");

  private static final int NAME = 1;
  private static final int ACCURACY = 3;
  private static final int FEWEST_COLUMNS = 7;

  static String samples(String set) {
    return "zeroeval/" + set + ".samples.jsonl.gz";
  }

  static String summary(String set) {
    return "zeroeval/" + set + ".published_summary.md";
  }

  /** The name of a recorded model in the published table. */
  static String publishedName(String model) {
    return PUBLISHED_NAMES.getOrDefault(model, model);
  }

  /** The published accuracies in percent, as written, by published name. */
  Map<String, String> published() {
    Map<String, String> accuracies = new HashMap<>();
    for (String line : data.text(summary(set)).lines().toList()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length >= FEWEST_COLUMNS) {
        accuracies.put(cells[NAME].strip(), cells[ACCURACY].strip());
      }
    }
    return accuracies;
  }

  /** Every problem, each output read by our finder and judged by the equality. */
  List<ZeroEvalProblem> problems(AnswerEquality equality) {
    List<ZeroEvalProblem> problems = new ArrayList<>();
    for (JsonNode row : data.jsonLines(samples(set))) {
      String gold = row.get("gold").asString();
      List<Sample> samples = new ArrayList<>();
      for (JsonNode sample : row.get("samples")) {
        samples.add(sample(sample, gold, equality));
      }
      problems.add(new ZeroEvalProblem(row.get("id").asString(), gold, samples));
    }
    return problems;
  }

  private static Sample sample(JsonNode row, String gold, AnswerEquality equality) {
    JsonNode answer = row.get("answer");
    return Sample.of(
        row.get("model").asString(),
        answer.isNull() ? null : answer.asString(),
        row.get("correct").asBoolean(),
        FinalAnswers.of(Thinking.of(row.get("output").asString()).said().strip()).orElse(null),
        gold,
        equality);
  }
}
