// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.zeroeval;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.studies.stopping.RecordedCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of all models to a problem as attempts of one solver, in an order of chance.
 */
final class ModelPoolReader {

  private static final AnswerEquality EQUALITY = new MathEquality();

  private ModelPoolReader() {}

  private record Sample(int place, String answer, boolean correct, int length) {}

  /**
   * @param seed of the order of models, which differs between problems
   */
  static List<RecordedCalls> read(DatasetFolder data, String file, long seed) {
    List<JsonNode> rows = data.jsonLines(file);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> pool(rows.get(i)).shuffled(seed + i))
        .toList();
  }

  private static RecordedCalls pool(JsonNode row) {
    List<Sample> samples = samples(row.get("samples"));
    List<Sample> answered = samples.stream().filter(each -> !each.answer().isBlank()).toList();
    List<List<Sample>> groups = AnswerGroups.of(answered, Sample::answer, EQUALITY);
    int[] group = new int[samples.size()];
    Arrays.fill(group, -1);
    Set<Integer> right = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      for (Sample sample : groups.get(i)) {
        group[sample.place()] = i;
        if (sample.correct()) {
          right.add(i);
        }
      }
    }
    int[] lengths = samples.stream().mapToInt(Sample::length).toArray();
    return new RecordedCalls(right, group, lengths, new double[group.length][0]);
  }

  private static List<Sample> samples(JsonNode rows) {
    List<Sample> samples = new ArrayList<>();
    for (JsonNode row : rows) {
      samples.add(
          new Sample(
              samples.size(),
              row.get("answer").asString(""),
              row.get("correct").asBoolean(),
              row.get("output").asString("").length()));
    }
    return samples;
  }
}
