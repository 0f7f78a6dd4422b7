// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.game24;

import static dev.assay.lab.studies.game24.Game24Answer.SOLVED;
import static dev.assay.lab.studies.game24.Game24Answer.UNREADABLE;
import static dev.assay.lab.studies.game24.Game24Answer.WRONG_NUMBERS;
import static dev.assay.lab.studies.game24.Game24Answer.WRONG_VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.lab.statistics.BestOf;
import dev.assay.lab.studies.game24.Game24Puzzle.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Game24StudyTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 * 5 = 20⏎Answer: (4 * 5) + (10 - 6) = 24 | SOLVED
          (4 * 5) + (10 - 6)                         | SOLVED
          Answer: (4 * 5) + (10 - 6) = 25            | SOLVED
          Answer: 4 + 5 + 6 + 10 = 24                | WRONG_VALUE
          Answer: 4 * 6 = 24                         | WRONG_NUMBERS
          Answer: 4 * 6 * (10 / 5 - 1) = 24          | WRONG_NUMBERS
          Answer: 4 * 5 + 10 - 6 + 0 = 24            | WRONG_NUMBERS
          Answer: 10 / (6 - 5 - 4 + 3)               | WRONG_NUMBERS
          Answer: not possible                       | UNREADABLE
          Answer:                                    | UNREADABLE
          Answer: (4 * 5) + (10 - 6                  | UNREADABLE
          """)
  void anAnswerIsJudgedByItsOwnArithmetic(String output, Game24Answer expected) {
    assertThat(Game24Answer.of("4 5 6 10", output.replace("⏎", "\n"))).isEqualTo(expected);
  }

  @Test
  void aQuotientMayBeBroken() {
    assertThat(Game24Answer.of("3 3 8 8", "8 / (3 - 8 / 3)")).isEqualTo(SOLVED);
  }

  @Test
  void theBestOfNIsTheShareOfChoicesWithARightOne() {
    assertThat(BestOf.anyRight(4, 1, 1)).isCloseTo(0.25, within(1e-12));
    assertThat(BestOf.anyRight(4, 1, 2)).isCloseTo(0.5, within(1e-12));
    assertThat(BestOf.anyRight(4, 2, 2)).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(BestOf.anyRight(4, 2, 3)).isEqualTo(1);
    assertThat(BestOf.anyRight(4, 0, 4)).isZero();
    assertThat(BestOf.anyRight(4, 4, 0)).isZero();
  }

  @Test
  void samplesOfTheSameValueShareTheChoice() {
    Game24Puzzle puzzle =
        new Game24Puzzle(
            List.of(
                new Sample(WRONG_NUMBERS, false, 60),
                new Sample(SOLVED, true, 60),
                new Sample(SOLVED, true, 3),
                new Sample(UNREADABLE, false, 0),
                new Sample(WRONG_VALUE, true, 0)));

    assertThat(puzzle.bestByValue()).isEqualTo(0.5);
    assertThat(puzzle.first()).isZero();
    assertThat(puzzle.any()).isEqualTo(1);
    assertThat(puzzle.mean()).isEqualTo(0.4);
    assertThat(puzzle.samples()).filteredOn(sample -> !sample.agrees()).hasSize(1);
  }
}
