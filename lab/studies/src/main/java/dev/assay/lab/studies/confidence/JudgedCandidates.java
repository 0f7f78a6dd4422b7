// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.datasets.DatasetFolder;
import dev.assay.selection.VerdictTally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Items with four candidate replies, each scored eight times by a judge (RewardBench 2, recorded by
 * composo-ai): N = 4 answers of one solution each, M = 8 verdicts. Candidate 0 is the right one; as
 * ties go to the earlier attempt, the candidates are shuffled.
 */
public final class JudgedCandidates {

  private static final int LOWEST = 1;
  private static final int HIGHEST = 10;

  private final RecordedSelection settling =
      new RecordedSelection(new MathEquality(), SelectionRule.PESSIMISTIC);

  /**
   * Settles every item that the judge did not refuse.
   *
   * @param scores the field of the row, such as {@code full_scores}
   */
  public List<SettledCase> read(DatasetFolder data, String file, String scores, long seed) {
    Random random = new Random(seed);
    return data.jsonLines(file).stream()
        .filter(row -> !row.path("refused").asBoolean(false))
        .map(row -> settle(row.required(scores), random))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<SettledCase> settle(JsonNode candidates, Random random) {
    List<RecordedAttempt> attempts = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      attempts.add(new RecordedAttempt("candidate " + i, i == 0, tally(candidates.get(i))));
    }
    Collections.shuffle(attempts, random);
    return settling.settle(attempts, candidates.get(0).size());
  }

  /** A score from 1 to 10 is a share of a pass; a failed call is no verdict. */
  private static VerdictTally tally(JsonNode scores) {
    int readable = 0;
    double passes = 0;
    for (JsonNode score : scores) {
      if (!score.isNull()) {
        readable++;
        passes += (score.asDouble() - LOWEST) / (HIGHEST - LOWEST);
      }
    }
    return new VerdictTally(scores.size(), readable, passes, Usage.NONE);
  }
}
