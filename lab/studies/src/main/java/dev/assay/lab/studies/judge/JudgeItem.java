// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.judge;

import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.lab.studies.stopping.RecordedCalls;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One question, and the scores from 1 to 10 that a judge gave to its candidates, of which the first
 * is the right one.
 *
 * @param scores of each candidate, NaN where a call failed
 */
record JudgeItem(String id, String subset, double[][] scores) {

  private static final double LEAST = 1;
  private static final double MOST = 10;

  /** Reads what one judge said to all questions that it did not refuse. */
  static List<JudgeItem> read(DatasetFolder data, String file, String judge) {
    return data.jsonLines(file).stream()
        .filter(row -> !row.path("refused").asBoolean(false))
        .map(row -> of(row, judge))
        .toList();
  }

  private static JudgeItem of(JsonNode row, String judge) {
    double[][] scores =
        elements(row.get(judge + "_scores"))
            .map(each -> elements(each).mapToDouble(JudgeItem::score).toArray())
            .toArray(double[][]::new);
    return new JudgeItem(row.get("id").asString(), row.get("subset").asString(), scores);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static double score(JsonNode node) {
    return node.isNull() ? Double.NaN : node.asDouble();
  }

  /**
   * The items whose id was not used by an earlier row. Ids are unique within a subset only; the
   * authors' own analysis looks rows up by id alone.
   */
  static List<JudgeItem> firstOfEachId(List<JudgeItem> items) {
    Map<String, JudgeItem> first = new LinkedHashMap<>();
    items.forEach(item -> first.putIfAbsent(item.id(), item));
    return List.copyOf(first.values());
  }

  /** For each of {@code rows}, the last item that has its id, if there is one. */
  static List<JudgeItem> lookedUp(List<JudgeItem> rows, List<JudgeItem> items) {
    Map<String, JudgeItem> last = new LinkedHashMap<>();
    items.forEach(item -> last.put(item.id(), item));
    return rows.stream().map(JudgeItem::id).filter(last::containsKey).map(last::get).toList();
  }

  /** A score as a verdict: 1 is 0, 10 is 1. */
  static double graded(double score) {
    return (score - LEAST) / (MOST - LEAST);
  }

  /** Every candidate an answer of its own, in an order of chance; failed calls bring no verdict. */
  RecordedCalls pool(DoubleUnaryOperator verdict, long seed) {
    double[][] verdicts =
        Arrays.stream(scores)
            .map(
                each ->
                    Arrays.stream(each).map(s -> Double.isNaN(s) ? s : verdict.applyAsDouble(s)))
            .map(DoubleStream::toArray)
            .toArray(double[][]::new);
    int[] groups = IntStream.range(0, scores.length).toArray();
    return new RecordedCalls(Set.of(0), groups, new int[scores.length], verdicts).shuffled(seed);
  }
}
