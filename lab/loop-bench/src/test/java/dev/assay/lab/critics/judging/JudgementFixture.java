// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import dev.assay.contracts.Usage;
import dev.assay.lab.critics.labelled.LabelledSolution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Solutions and what is said of them. */
public final class JudgementFixture {

  private JudgementFixture() {}

  /** One of three steps, whose last names the answer 7. */
  public static LabelledSolution solution(String subset, String id, int label) {
    return new LabelledSolution(
        subset,
        id,
        "How many? (" + id + ")",
        List.of("Two.", "Five.", "Seven."),
        "Two. Five. Seven.",
        "7",
        label,
        null);
  }

  /**
   * @param named a step each, or null for what could not be read
   */
  public static Ballot ballot(LabelledSolution solution, @Nullable Integer... named) {
    List<Judgement> votes = new ArrayList<>();
    for (Integer step : named) {
      votes.add(judgement(solution, votes.size(), step));
    }
    return new Ballot(solution, votes, 0);
  }

  private static Judgement judgement(LabelledSolution solution, int vote, @Nullable Integer named) {
    Double pass = named == null ? null : Double.valueOf(named == LabelledSolution.CLEAN ? 1 : 0);
    return judgement(solution, vote, named, pass);
  }

  /** Wrong at no step in particular. */
  static Judgement flag(LabelledSolution solution, int vote) {
    return judgement(solution, vote, null, 0.0);
  }

  private static Judgement judgement(
      LabelledSolution solution, int vote, @Nullable Integer named, @Nullable Double pass) {
    return new Judgement(
        solution.subset(),
        solution.id(),
        solution.fingerprint(),
        vote,
        named,
        pass,
        null,
        "somebody",
        new Usage(1, 10, 5, 100),
        null);
  }
}
