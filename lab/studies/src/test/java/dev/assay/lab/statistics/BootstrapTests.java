// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTests {

  private static final double Z = 1.959963984540054;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2000, 7);

  /** The first {@code ones} of the rows are 1, the others 0. */
  private static double[] rows(int ones, int rows) {
    return IntStream.range(0, rows).mapToDouble(i -> i < ones ? 1 : 0).toArray();
  }

  @Test
  void aMeanHasTheWidthOfTheNormalApproximation() {
    Interval interval = BOOTSTRAP.mean(rows(300, 1000));

    double half = 1.96 * Math.sqrt(0.3 * 0.7 / 1000);
    assertThat(interval.estimate()).isEqualTo(0.3);
    assertThat(interval.low()).isCloseTo(0.3 - half, within(0.003));
    assertThat(interval.high()).isCloseTo(0.3 + half, within(0.003));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    assertThat(BOOTSTRAP.mean(rows(3, 10))).isEqualTo(BOOTSTRAP.mean(rows(3, 10)));
  }

  @Test
  void whatIsTheSameInBothCancels() {
    assertThat(BOOTSTRAP.difference(rows(300, 1000), rows(300, 1000)))
        .isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void differentRowsCannotBePaired() {
    assertThatThrownBy(() -> BOOTSTRAP.difference(rows(1, 2), rows(1, 3)))
        .hasMessage("rows: 2 and 3 (expected: the same rows)");
  }

  @Test
  void everySortIsInEveryDraw() {
    Interval first = new Bootstrap(200, 1).ofStrata(new int[] {1, 9}, rows -> rows[0]);
    Interval firsts =
        new Bootstrap(200, 1)
            .ofStrata(
                new int[] {1, 9}, rows -> Arrays.stream(rows).filter(row -> row == 0).count());

    assertThat(first).isEqualTo(new Interval(0, 0, 0));
    assertThat(firsts).isEqualTo(new Interval(1, 1, 1));
    assertThatThrownBy(() -> new Bootstrap(1, 1).ofStrata(new int[] {2, 0}, _ -> 0))
        .hasMessage("rows: 0 (expected: at least 1)");
  }

  @Test
  void wilsonIsTheTextbookOne() {
    Interval none = Interval.wilson(0, 10);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775, within(5e-5));

    Interval half = Interval.wilson(50, 100);
    assertThat(half.low()).isCloseTo(0.4038, within(5e-5));
    assertThat(half.high()).isCloseTo(0.5962, within(5e-5));
    assertThat(half.inPercent()).isEqualTo("50.0 [40.4, 59.6]");
  }

  /** Its bounds are the shares p from which the estimate is z standard errors away. */
  @Test
  void wilsonSolvesItsEquation() {
    for (int hits = 0; hits <= 60; hits++) {
      Interval interval = Interval.wilson(hits, 60);
      for (double p : new double[] {interval.low(), interval.high()}) {
        double away = Math.pow(interval.estimate() - p, 2);
        assertThat(away).isCloseTo(Z * Z * p * (1 - p) / 60, within(1e-12));
      }
    }
  }

  @Test
  void moreHitsThanTrialsAreRefused() {
    assertThatThrownBy(() -> Interval.wilson(3, 2))
        .hasMessage("hits: 3 of 2 (expected: 0 <= hits <= trials, trials > 0)");
  }
}
