// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.study.zeroeval;

import dev.assay.bench.data.DataFolder;
import dev.assay.bench.pool.Pool;
import dev.assay.reasoning.answer.AnswerEquality;
import dev.assay.reasoning.answer.AnswerGroups;
import dev.assay.reasoning.answer.MathEquality;
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
final class ModelPool {

  private static final AnswerEquality EQUALITY = new MathEquality();

  private ModelPool() {}

  private record Sample(int place, String answer, boolean correct, int length) {}

  /**
   * @param seed of the order of models, which differs between problems
   */
  static List<Pool> read(DataFolder data, String file, long seed) {
    List<JsonNode> rows = data.jsonLines(file);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> pool(rows.get(i)).shuffled(seed + i))
        .toList();
  }

  private static Pool pool(JsonNode row) {
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
    return new Pool(right, group, lengths, new double[group.length][0]);
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
