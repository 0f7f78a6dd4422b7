// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.SelectionRule;
import dev.assay.lab.report.Table;
import dev.assay.lab.studies.stopping.RecordedCalls;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurfaceTests {

  private static final Surface SURFACE = Surface.of(SurfaceStudy.MODEL, 1000, 8, 4);

  private static double accuracy(SelectionRule rule, int attempts, int verdicts) {
    return SURFACE.accuracy(rule, attempts, verdicts, 0.5).getFirst().estimate();
  }

  @Test
  void betaHasTheMeanThatItIsAskedFor() {
    SimulationRandom chance = new SimulationRandom(new SplittableRandom(1)::nextLong);

    assertThat(IntStream.range(0, 20_000).mapToDouble(_ -> chance.around(0.8, 4)).average())
        .hasValueCloseTo(0.8, within(0.01));
    assertThat(IntStream.range(0, 20_000).mapToDouble(_ -> chance.beta(0.36, 0.32)).average())
        .hasValueCloseTo(0.36 / 0.68, within(0.01));
  }

  @Test
  void theVerifierErrsAsOftenAsStated() {
    double[] right = passes(true);
    double[] wrong = passes(false);

    assertThat(Arrays.stream(right).average()).hasValueCloseTo(0.8, within(0.02));
    assertThat(Arrays.stream(wrong).average()).hasValueCloseTo(0.2, within(0.02));
  }

  private static double[] passes(boolean right) {
    return SURFACE.problems().stream()
        .flatMapToDouble(
            pool ->
                IntStream.range(0, 8)
                    .filter(i -> (pool.groups()[i] == SimulatedProblems.RIGHT) == right)
                    .mapToDouble(i -> pool.verdicts()[i][0]))
        .toArray();
  }

  @Test
  void oneAttemptIsRightAboutHalfTheTime() {
    assertThat(accuracy(SelectionRule.MAJORITY, 1, 1)).isBetween(0.48, 0.58);
  }

  @Test
  void moreAttemptsAndVerdictsHelp() {
    assertThat(accuracy(SelectionRule.PESSIMISTIC, 8, 4))
        .isGreaterThan(accuracy(SelectionRule.PESSIMISTIC, 2, 4))
        .isGreaterThan(accuracy(SelectionRule.PESSIMISTIC, 8, 1));
    assertThat(SURFACE.any(8)).isGreaterThan(accuracy(SelectionRule.PESSIMISTIC, 8, 4));
  }

  @Test
  void theSameSeedGivesTheSameProblem() {
    RecordedCalls one = SurfaceStudy.MODEL.problem(4, 4, 9);

    assertThat(SurfaceStudy.MODEL.problem(4, 4, 9).verdicts()).isDeepEqualTo(one.verdicts());
  }

  @Test
  void theWholePublishedGridIsBesideOurs() {
    Table table =
        new Grids(Surface.of(SurfaceStudy.MODEL, 20, Grids.MOST_ATTEMPTS, Grids.MOST_VERDICTS))
            .besidePublished();

    assertThat(table.rows()).hasSize(8);
    assertThat(table.rows().getLast().getLast().value()).isEqualTo(81.3);
  }
}
