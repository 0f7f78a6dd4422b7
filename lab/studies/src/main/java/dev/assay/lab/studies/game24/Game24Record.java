// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.game24;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.studies.game24.Game24Puzzle.Sample;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the recorded runs of the game of 24. */
record Game24Record(DatasetFolder data) {

  static final String PUZZLES = "tot_game24/24.csv";
  static final String COT = "tot_game24/gpt-4_0.7_naive_cot_sample_100_start900_end1000.json.gz";
  static final String IO =
      "tot_game24/gpt-4_0.7_naive_standard_sample_100_start900_end1000.json.gz";
  static final String TREE =
      "tot_game24/gpt-4_0.7_propose1_value3_greedy5_start900_end1000.json.gz";

  /** The final answers of a run. */
  List<Game24Puzzle> answers(String file) {
    List<String> puzzles = puzzles();
    List<Game24Puzzle> read = new ArrayList<>();
    for (JsonNode row : data.json(file)) {
      String numbers = puzzles.get(row.get("idx").asInt());
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < row.get("ys").size(); i++) {
        Game24Answer answer = Game24Answer.of(numbers, row.get("ys").get(i).asString());
        samples.add(new Sample(answer, counted(row, i), value(row, i)));
      }
      read.add(new Game24Puzzle(samples));
    }
    return read;
  }

  /** Everything that the tree search valued at its last step; only the best five were kept. */
  List<Sample> lastStates() {
    List<String> puzzles = puzzles();
    List<Sample> states = new ArrayList<>();
    for (JsonNode row : data.json(TREE)) {
      String numbers = puzzles.get(row.get("idx").asInt());
      JsonNode step = lastStep(row);
      for (int i = 0; i < step.get("new_ys").size(); i++) {
        Game24Answer answer = Game24Answer.of(numbers, step.get("new_ys").get(i).asString());
        double value = step.get("values").get(i).asDouble();
        states.add(new Sample(answer, answer == Game24Answer.SOLVED, value));
      }
    }
    return states;
  }

  private List<String> puzzles() {
    return data.text(PUZZLES).lines().skip(1).map(line -> line.split(",", -1)[1]).toList();
  }

  private static boolean counted(JsonNode row, int i) {
    return row.has("infos")
        ? row.get("infos").get(i).get("r").asInt() == 1
        : row.get("accs").get(i).asBoolean();
  }

  /** A kept state has the value that it was kept for. */
  private static double value(JsonNode row, int i) {
    if (!row.has("steps")) {
      return 0;
    }
    JsonNode step = lastStep(row);
    String kept = row.get("ys").get(i).asString();
    for (int j = 0; j < step.get("new_ys").size(); j++) {
      if (step.get("new_ys").get(j).asString().equals(kept)) {
        return step.get("values").get(j).asDouble();
      }
    }
    return 0;
  }

  private static JsonNode lastStep(JsonNode row) {
    return row.get("steps").get(row.get("steps").size() - 1);
  }
}
