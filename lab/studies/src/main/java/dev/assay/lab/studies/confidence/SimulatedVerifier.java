// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.contracts.Usage;
import dev.assay.selection.VerdictTally;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/**
 * A verifier of stated error rates, as no set records many attempts and many verdicts on each. Its
 * verdicts on one solution share a leaning, as those of a real verifier do: a right solution passes
 * with a probability that is itself drawn from Beta(4, 1), 0.8 on average, a wrong one from Beta(1,
 * 2), one third on average.
 */
final class SimulatedVerifier {

  private SimulatedVerifier() {}

  static RecordedAttempt judge(RecordedAttempt attempt, int verdicts, SplittableRandom random) {
    double leaning =
        (attempt.right()
                ? ChengBetaSampler.of(random::nextLong, 4, 1)
                : ChengBetaSampler.of(random::nextLong, 1, 2))
            .sample();
    long passes = IntStream.range(0, verdicts).filter(_ -> random.nextDouble() < leaning).count();
    return new RecordedAttempt(
        attempt.answer(),
        attempt.right(),
        new VerdictTally(verdicts, verdicts, passes, Usage.NONE));
  }
}
