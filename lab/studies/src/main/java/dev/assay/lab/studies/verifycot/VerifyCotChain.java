// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.verifycot;

import dev.assay.lab.datasets.DatasetFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A chain of thought that a model checked step by step.
 *
 * @param run the kind of checking and the task
 * @param checks for each check of each step, its verdicts, one for each recorded text
 * @param published how the published evaluation read all of them, or null where it did not
 * @param right whether the chain's answer is right
 * @param valid what a person said of the reasoning, or null where nobody looked
 */
record VerifyCotChain(
    String run,
    List<List<VerifierVerdict>> checks,
    @Nullable Boolean published,
    boolean right,
    @Nullable Boolean valid) {

  static final List<String> RUNS =
      List.of(
          "sequential/addsub",
          "sequential/date",
          "sequential/last_letters",
          "simultaneous/addsub",
          "simultaneous/last_letters");

  static final List<String> TASKS =
      List.of("addsub", "aqua_rat", "date", "gsm8k", "last_letters", "MATH");

  static String file(String run) {
    return "verify_cot/verification/" + run + "_verification.json.gz";
  }

  static String annotation(String task) {
    return "verify_cot/human_annotation/" + task + "_100.json";
  }

  /** By a vote over the texts of each check. */
  VerifierVerdict voted() {
    return VerifierVerdict.chain(checks.stream().map(VerifierVerdict::majority).toList());
  }

  /** By the first text of each check alone. */
  VerifierVerdict first() {
    return VerifierVerdict.chain(checks.stream().map(List::getFirst).toList());
  }

  /** Wrong as soon as one text objects (pessimistic verification, Huang et al. 2025). */
  VerifierVerdict pessimistic() {
    return VerifierVerdict.chain(checks.stream().flatMap(List::stream).toList());
  }

  /** All checked chains; the person's flag is found by the chain's text. */
  static List<VerifyCotChain> read(DatasetFolder data) {
    Map<String, Boolean> flags = new HashMap<>();
    for (String task : TASKS) {
      for (JsonNode row : data.json(annotation(task))) {
        flags.put(row.get("answer").asString().strip(), row.get("flag").asInt() == 1);
      }
    }
    List<VerifyCotChain> chains = new ArrayList<>();
    for (String run : RUNS) {
      for (JsonNode row : data.json(file(run))) {
        for (int i = 0; i < row.get("verify_model_results").size(); i++) {
          chains.add(chain(run, row, i, flags));
        }
      }
    }
    return chains;
  }

  private static VerifyCotChain chain(String run, JsonNode row, int i, Map<String, Boolean> flags) {
    int sample = row.get("sample_idx_need_verify").get(i).asInt();
    JsonNode published = row.path("verify_correct").path(i);
    return new VerifyCotChain(
        run,
        checks(row.get("verify_model_results").get(i)),
        published.isBoolean() ? published.asBoolean() : null,
        row.get("per_sample_correct").get(sample).asBoolean(),
        flags.get(row.get("model_outputs").get(sample).asString().strip()));
  }

  /** A step that was not checked is null there. */
  private static List<List<VerifierVerdict>> checks(JsonNode steps) {
    List<List<VerifierVerdict>> checks = new ArrayList<>();
    for (JsonNode step : steps) {
      for (Map.Entry<String, JsonNode> field : step.properties()) {
        if (field.getKey().endsWith("outputs") && !field.getValue().isEmpty()) {
          checks.add(
              field
                  .getValue()
                  .valueStream()
                  .map(text -> VerifierVerdict.of(text.asString()))
                  .toList());
        }
      }
    }
    return checks;
  }
}
