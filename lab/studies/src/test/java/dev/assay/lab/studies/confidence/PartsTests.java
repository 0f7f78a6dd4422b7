// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.Usage;
import dev.assay.equality.answers.MathEquality;
import dev.assay.lab.report.Cell;
import dev.assay.lab.report.Chart.Point;
import dev.assay.lab.report.Table;
import dev.assay.selection.VerdictTally;
import dev.assay.selection.calibration.LabelledOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PartsTests {

  private static final int SPLITS = 4;

  private final RecordedSet set = new RecordedSet("own rows", cases(400));

  @Test
  void everyScoreHasAColumn() {
    Table table = new ScoreParts(SPLITS).table(List.of(set));
    assertThat(table.columns()).hasSize(RawScore.values().length + 3);
    assertThat(value(table, 0, table.columns().indexOf("confidence score"))).isGreaterThan(0.9);
  }

  @Test
  void everyWayToCalibrateHasARowAndTheKeptOneIsHonest() {
    Table table = new CalibrationParts(SPLITS).table(List.of(set));
    assertThat(table.rows()).hasSize(Calibrator.values().length + 1);
    assertThat(value(table, table.rows().size() - 1, 3)).isLessThan(0.1);
    assertThat(value(table, table.rows().size() - 1, 2)).isLessThan(value(table, 1, 2));
  }

  @Test
  void aRateThatIsEasyIsKeptAndAnswersAreGiven() {
    Table table = new RiskParts(List.of(set), SPLITS).table();
    assertThat(table.rows()).hasSize(5);
    List<Cell> loosest = table.rows().getLast();
    assertThat((Double) loosest.get(2).value()).isGreaterThan(0.3);
    assertThat((Double) loosest.get(4).value()).isLessThan(0.2);
  }

  @Test
  void whatIsLearnedFromASetFitsIt() {
    Table table = new TransferParts(SPLITS).table(List.of(set), List.of(set));
    assertThat(table.rows()).hasSize(1);
    assertThat(value(table, 0, 2)).isCloseTo(value(table, 0, 3), within(0.1));
  }

  @Test
  void aRiskCurveEndsWithAllAndKeepsTiesTogether() {
    List<LabelledOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(Collections.nCopies(30, new LabelledOutcome(0.9, true)));
    outcomes.addAll(Collections.nCopies(10, new LabelledOutcome(0.5, false)));
    assertThat(RiskCurve.of(outcomes)).containsExactly(Point.of(0.75, 0), Point.of(1, 0.25));
  }

  @Test
  void halvesShareNothingAndTheSameSeedGivesTheSame() {
    List<Integer> rows = List.of(1, 2, 3, 4, 5);
    HoldOutSplit<Integer> split = HoldOutSplit.of(rows, 3);
    assertThat(split.fit()).hasSize(2).doesNotContainAnyElementsOf(split.held());
    assertThat(split.held()).hasSize(3);
    assertThat(HoldOutSplit.of(rows, 3)).isEqualTo(split);
  }

  private static double value(Table table, int row, int column) {
    return (Double) table.rows().get(row).get(column).value();
  }

  /** Problems whose right answer gets more of the four verdicts the easier they are. */
  private static List<SettledCase> cases(int count) {
    SplittableRandom random = new SplittableRandom(1);
    RecordedSelection settling =
        new RecordedSelection(new MathEquality(), SelectionRule.PESSIMISTIC);
    List<SettledCase> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double ease = random.nextDouble();
      boolean right = random.nextDouble() < 0.5 + ease / 2;
      int lead = (int) Math.round(4 * ease);
      settling
          .settle(
              List.of(
                  new RecordedAttempt("1", right, new VerdictTally(4, 4, 4, Usage.NONE)),
                  new RecordedAttempt(
                      "2", !right, new VerdictTally(4, 4, right ? 4 - lead : 4, Usage.NONE))),
              4)
          .ifPresent(cases::add);
    }
    return cases;
  }
}
