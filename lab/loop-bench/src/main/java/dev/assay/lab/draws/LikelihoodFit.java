// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.contracts.Policy;
import dev.assay.lab.curves.PoolSize;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.EvidenceScore;
import dev.assay.roles.LikelihoodRole;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.LikelihoodScale;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Learns what the verifier's likelihoods are worth, on what the loop's other roles make of
 * questions of known answers: it will judge final solutions, and so is fitted on those.
 */
public final class LikelihoodFit {

  /** As many as a pool must have; they are not looked at. */
  private static final int VERDICTS = 1;

  private LikelihoodFit() {}

  /**
   * Draws the attempts of the usual policy and reads what came of them.
   *
   * @param fitted the day
   * @param done is told how many problems are through, by several threads
   * @throws IllegalArgumentException if the verifier cannot read, or no attempt states an answer
   * @throws dev.assay.roles.NoReplyException if a model gives no reply
   */
  public static LikelihoodScale of(
      StudyRoles players, List<BenchProblem> problems, LocalDate fitted, IntConsumer done) {
    String version = LikelihoodRole.of(players.verifier().role()).version();
    Policy usual = Policy.DEFAULT;
    PoolRun run =
        PoolRun.withoutVotes(players, new PoolSize(usual.attempts(), VERDICTS, usual.revisions()));
    List<LabelledOutcome> outcomes =
        run.kept(problems, done).stream().flatMap(LikelihoodFit::outcomes).toList();
    return LikelihoodScale.fit(version, fitted, outcomes);
  }

  private static Stream<LabelledOutcome> outcomes(PooledProblem problem) {
    return problem.attempts().stream()
        .map(attempt -> attempt.guided().getLast())
        .flatMap(outcome -> labelled(outcome, problem.target()));
  }

  /** What the verifier did not read, an outcome without an answer included, says nothing. */
  private static Stream<LabelledOutcome> labelled(Revision outcome, String target) {
    return Double.isNaN(outcome.likelihood())
        ? Stream.empty()
        : Stream.of(
            new LabelledOutcome(
                outcome.likelihood(), EvidenceScore.isRight(outcome.answer(), target)));
  }
}
