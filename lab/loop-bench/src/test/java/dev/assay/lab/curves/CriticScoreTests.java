// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.curves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.lab.draws.pool.PooledAttempt;
import dev.assay.lab.draws.pool.Revision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CriticScoreTests {

  private static final List<String> TRUTH = List.of("2*3=6", "6+4=10", "#10");

  private static final List<String> SLIP = List.of("2*3=6", "6+4=11", "#11");

  private static Revision draft(List<String> steps, Critique critique) {
    return new Revision(steps, "?", 9, 2, critique, new double[0], new int[0], Double.NaN);
  }

  private static CriticScore score(Revision... drafts) {
    return CriticScore.of(
        List.of(
            ScalingFixture.problem(
                0,
                Stream.of(drafts).map(each -> new PooledAttempt(List.of(each), List.of())).toList(),
                List.of())),
        _ -> TRUTH);
  }

  @Test
  void aRightDraftIsToBeAccepted() {
    assertThat(
            score(
                draft(TRUTH, new Sound()),
                draft(TRUTH, new Flawed(1, "no", "6+4=11")),
                draft(TRUTH, new Unreadable("?"))))
        .isEqualTo(new CriticScore(0, 0, 0, 0, 3, 1));
  }

  @Test
  void aWrongDraftIsToBeFlaggedLocatedAndMended() {
    assertThat(score(draft(SLIP, new Flawed(1, "no", "6+4=10"))))
        .isEqualTo(new CriticScore(1, 1, 1, 1, 0, 0));
    assertThat(score(draft(SLIP, new Flawed(1, "no", "6+4=12"))))
        .isEqualTo(new CriticScore(1, 1, 1, 0, 0, 0));
    assertThat(score(draft(SLIP, new Flawed(2, "no", "#10"))))
        .isEqualTo(new CriticScore(1, 1, 0, 0, 0, 0));
  }

  @Test
  void whatIsNotFlaggedIsMissed() {
    assertThat(score(draft(SLIP, new Sound()), draft(SLIP, new Unreadable("?"))))
        .isEqualTo(new CriticScore(2, 0, 0, 0, 0, 0));
  }

  /** The right answer by way of a wrong line is luck. */
  @Test
  void aWrongLineMakesADraftWrong() {
    assertThat(score(draft(List.of("2*3=6", "6+4=11", "#10"), new Flawed(1, "no", "6+4=10"))))
        .isEqualTo(new CriticScore(1, 1, 1, 1, 0, 0));
  }

  @Test
  void aMissingLineIsTheFirstWrongOne() {
    assertThat(score(draft(TRUTH.subList(0, 1), new Flawed(1, "nothing", "6+4=10"))))
        .isEqualTo(new CriticScore(1, 1, 1, 1, 0, 0));
  }

  @Test
  void aLineTooManyHasNoRightOneInItsPlace() {
    assertThat(
            score(
                draft(
                    Stream.concat(TRUTH.stream(), Stream.of("#10")).toList(),
                    new Flawed(3, "too many", null))))
        .isEqualTo(new CriticScore(1, 1, 1, 0, 0, 0));
  }
}
