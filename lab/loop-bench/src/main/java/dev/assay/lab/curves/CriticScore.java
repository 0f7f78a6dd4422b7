// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import dev.assay.contracts.Critique.Flawed;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import java.util.List;
import java.util.function.Function;

/**
 * How well the critic reads the generator's own drafts, where the right derivation is canonical: a
 * draft is wrong from the first line on that differs from it.
 *
 * @param wrong drafts with a wrong line
 * @param flagged of these
 * @param located of these, flagged at the first wrong line
 * @param mended of these, with the right line as the suggestion
 * @param right drafts without a wrong line
 * @param accepted of these
 */
record CriticScore(int wrong, int flagged, int located, int mended, int right, int accepted) {

  private static final CriticScore NONE = new CriticScore(0, 0, 0, 0, 0, 0);

  /**
   * @param derivation the right lines of a question, the answer last
   */
  static CriticScore of(List<PooledProblem> problems, Function<String, List<String>> derivation) {
    CriticScore score = NONE;
    for (PooledProblem problem : problems) {
      List<String> truth = derivation.apply(problem.question());
      for (var attempt : problem.attempts()) {
        score = score.plus(of(attempt.draft(), truth));
      }
    }
    return score;
  }

  private static CriticScore of(Revision draft, List<String> truth) {
    int first = firstWrong(draft.steps(), truth);
    if (first == truth.size() && draft.steps().size() == first) {
      return new CriticScore(0, 0, 0, 0, 1, draft.accepted() ? 1 : 0);
    }
    if (!(draft.critique() instanceof Flawed flaw)) {
      return new CriticScore(1, 0, 0, 0, 0, 0);
    }
    boolean located = flaw.firstError() == first;
    boolean mended = located && first < truth.size() && truth.get(first).equals(flaw.suggestion());
    return new CriticScore(1, 1, located ? 1 : 0, mended ? 1 : 0, 0, 0);
  }

  /** Where they part; the length of the shorter where one goes on. */
  private static int firstWrong(List<String> steps, List<String> truth) {
    int line = 0;
    while (line < Math.min(steps.size(), truth.size()) && steps.get(line).equals(truth.get(line))) {
      line++;
    }
    return line;
  }

  private CriticScore plus(CriticScore other) {
    return new CriticScore(
        wrong + other.wrong,
        flagged + other.flagged,
        located + other.located,
        mended + other.mended,
        right + other.right,
        accepted + other.accepted);
  }
}
