// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.verifycot;

import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerGroups;
import dev.assay.lab.datasets.DatasetFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A question about a date, and the ten answers that were recorded. */
record VerifyCotProblem(List<Chain> chains) {

  static final String FILE = "verify_cot/natural_program/date_np.json.gz";

  /** What the recorded answers say where a chain came to none. */
  private static final String NONE = "No answer!";

  VerifyCotProblem {
    chains = List.copyOf(chains);
  }

  record Chain(String answer, boolean right) {
    boolean isAnswered() {
      return !answer.equals(NONE);
    }
  }

  static List<VerifyCotProblem> read(DatasetFolder data) {
    List<VerifyCotProblem> problems = new ArrayList<>();
    for (JsonNode row : data.json(FILE)) {
      List<Chain> chains =
          IntStream.range(0, row.get("pred_answers").size())
              .mapToObj(
                  i ->
                      new Chain(
                          row.get("pred_answers").get(i).asString(),
                          row.get("per_sample_correct").get(i).asBoolean()))
              .toList();
      problems.add(new VerifyCotProblem(chains));
    }
    return problems;
  }

  double mean() {
    return chains.stream().mapToDouble(chain -> chain.right() ? 1 : 0).average().orElse(0);
  }

  int right() {
    return (int) chains.stream().filter(Chain::right).count();
  }

  /** The share of right answers among the most frequent ones, chains without an answer left out. */
  double majority(AnswerEquality equality) {
    return majority(chains, equality);
  }

  /** The same for a vote over some of the chains, as the mean over all choices of so many. */
  double majority(int drawn, AnswerEquality equality) {
    return IntStream.range(0, 1 << chains.size())
        .filter(chosen -> Integer.bitCount(chosen) == drawn)
        .mapToDouble(chosen -> majority(chosen(chosen), equality))
        .average()
        .orElse(0);
  }

  private List<Chain> chosen(int bits) {
    return IntStream.range(0, chains.size())
        .filter(i -> (bits >> i & 1) == 1)
        .mapToObj(chains::get)
        .toList();
  }

  private static double majority(List<Chain> chains, AnswerEquality equality) {
    List<List<Chain>> groups =
        AnswerGroups.of(
            chains.stream().filter(Chain::isAnswered).toList(), Chain::answer, equality);
    int largest = groups.stream().mapToInt(List::size).max().orElse(0);
    return groups.stream()
        .filter(group -> group.size() == largest)
        .mapToDouble(group -> group.stream().anyMatch(Chain::right) ? 1 : 0)
        .average()
        .orElse(0);
  }
}
