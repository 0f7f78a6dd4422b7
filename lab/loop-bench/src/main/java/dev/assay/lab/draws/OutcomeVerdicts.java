// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent.Requested;
import dev.assay.contracts.VerificationId;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Ask;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.roles.Role;
import dev.assay.verifier.core.SampledVerdicts;
import dev.assay.verifier.core.Verifier;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Verdicts on the outcomes of a problem. Where the verifier is asked the same about two outcomes,
 * both read from one set of replies, each some of its own: that is what keeps a pool affordable,
 * and what makes verdicts on outcomes of one problem a little more alike than the services' are.
 */
record OutcomeVerdicts(Role role, Problem problem) {

  /** So many times the verdicts of one outcome are replies to the same prompt. */
  private static final int SHARED = 4;

  /**
   * A verdict as selection counts it.
   *
   * @param pass from 0 to 1, NaN where nothing could be read
   * @param calls it took
   */
  record Given(double pass, int calls) {}

  /** So many independent verdicts on a solution that states an answer. */
  List<Given> on(Solution solution, int count, ExecutorService calls) {
    Verifier verifier = new Verifier(new SampledVerdicts(role));
    SolutionId asked = sharedByPrompt(solution);
    return ParallelTasks.forAll(
        calls,
        some(count, solution),
        number ->
            given(
                verifier.verify(
                    new Requested(problem, new VerificationId(asked, number), solution))));
  }

  /**
   * Seeds follow from ids: the same prompt has the same id, and another one another. What needs no
   * prompt draws nothing.
   */
  private SolutionId sharedByPrompt(Solution solution) {
    Reading<Verdict> opening =
        role.able(VerifyingProtocol.class).verify(problem.question(), solution);
    return opening instanceof Ask<Verdict> ask
        ? new SolutionId(
            new AttemptId(problem.id(), ask.next().prompt().text().hashCode() & Integer.MAX_VALUE),
            0)
        : solution.id();
  }

  /** Different numbers below {@link #SHARED} times as many, by the solution. */
  private static List<Integer> some(int count, Solution solution) {
    SplittableRandom random = new SplittableRandom(solution.id().toString().hashCode());
    int[] drawn = new PermutationSampler(random::nextLong, SHARED * count, count).sample();
    return Arrays.stream(drawn).boxed().toList();
  }

  private static Given given(Returned returned) {
    double pass = returned.verdict().readable() ? returned.verdict().pass() : Double.NaN;
    return new Given(pass, returned.usage().calls());
  }
}
