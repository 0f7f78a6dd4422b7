// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.lab.critics.judging.Ballot;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CriticTallyTests {

  /** As many decimals as are printed. */
  private static final Offset<Double> PRINTED = within(0.0005);

  private static final Offset<Double> EXACT = within(1e-12);

  private static final int CLEAN = -1;

  private static CriticTally tally(int count, int label, int named) {
    return IntStream.range(0, count)
        .mapToObj(_ -> CriticTally.of(label, Map.of(named, 1.0)))
        .reduce(CriticTally.NONE, CriticTally::plus);
  }

  private static CriticTally sum(CriticTally... parts) {
    return Stream.of(parts).reduce(CriticTally.NONE, CriticTally::plus);
  }

  /** On the 400 rows of GSM8K: accuracy 88.5, precision 81.0, recall 99.5. */
  @Test
  void deepSeekV3IsWhatOpvPrintsOfIt() {
    CriticTally tally =
        sum(tally(192, CLEAN, CLEAN), tally(1, CLEAN, 0), tally(162, 3, 3), tally(45, 3, 1));

    assertThat(tally.accuracy(Criterion.PRECISE)).isCloseTo(0.885, PRINTED);
    assertThat(tally.precision(Criterion.PRECISE)).isCloseTo(0.810, PRINTED);
    assertThat(tally.cleanAccuracy()).isCloseTo(0.995, PRINTED);
    assertThat(tally.opvF1(Criterion.PRECISE)).isCloseTo(0.893, PRINTED);
    assertThat(tally.processBenchF1()).isCloseTo(0.876, PRINTED);
  }

  /** QwQ-32B-Preview on GSM8K: 81.6 and 95.3 are an F1 of 88.0 (169 of 207 and 184 of 193). */
  @Test
  void theF1OfProcessBenchIsThatOfItsTable() {
    CriticTally tally =
        sum(
            tally(169, 2, 2),
            tally(38, 2, CLEAN),
            tally(184, CLEAN, CLEAN),
            tally(9, CLEAN, Ballot.UNREAD));

    assertThat(tally.wrongAccuracy()).isCloseTo(0.816, PRINTED);
    assertThat(tally.cleanAccuracy()).isCloseTo(0.953, PRINTED);
    assertThat(tally.processBenchF1()).isCloseTo(0.880, within(0.001));
  }

  @Test
  void aNeighbourIsNearAndAnyStepIsAFlag() {
    CriticTally tally = sum(tally(1, 2, 2), tally(1, 2, 3), tally(1, 2, 4), tally(1, 2, CLEAN));

    assertThat(tally.accuracy(Criterion.PRECISE)).isEqualTo(0.25);
    assertThat(tally.accuracy(Criterion.APPROXIMATE)).isEqualTo(0.5);
    assertThat(tally.accuracy(Criterion.ROUGH)).isEqualTo(0.75);
  }

  /** Labelled 0, silence is one off as a number, and names no step. */
  @Test
  void silenceIsNoNeighbourOfTheFirstStep() {
    assertThat(tally(1, 0, CLEAN).near()).isZero();
    assertThat(tally(1, 1, Ballot.UNREAD).near()).isZero();
  }

  @Test
  void wrongSomewhereIsRoughlyFoundAndNearNoStep() {
    CriticTally tally = tally(1, 2, Ballot.SOMEWHERE);

    assertThat(tally.flagged()).isEqualTo(1);
    assertThat(tally.near()).isZero();
  }

  @Test
  void whatCannotBeReadIsWrongOnBothSides() {
    CriticTally tally = sum(tally(1, CLEAN, Ballot.UNREAD), tally(1, 4, Ballot.UNREAD));

    assertThat(tally.accuracy(Criterion.ROUGH)).isZero();
    assertThat(tally.matthews()).isEqualTo(-1, EXACT);
  }

  /** By hand: tp 3, fn 1, tn 2, fp 2; (6 - 2) / sqrt(5 * 4 * 3 * 4). */
  @Test
  void theCorrelationIsOfRightAndWrong() {
    CriticTally tally =
        sum(
            tally(3, CLEAN, CLEAN),
            tally(1, CLEAN, 0),
            tally(1, 1, 1),
            tally(1, 1, 5),
            tally(2, 1, CLEAN));

    assertThat(tally.matthews()).isEqualTo(4 / Math.sqrt(240), EXACT);
    assertThat(tally(2, CLEAN, CLEAN).matthews()).isZero();
  }

  @Test
  void stepsThatTieHaveAShareEach() {
    CriticTally tally = CriticTally.of(2, Map.of(2, 0.5, CLEAN, 0.5));

    assertThat(tally.wrongAccuracy()).isEqualTo(0.5);
    assertThat(tally.accuracy(Criterion.ROUGH)).isEqualTo(0.5);
  }
}
