// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedVerdictTests {

  private static final List<List<Integer>> COVERS = List.of(List.of(0, 1), List.of(4), List.of(5));

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 4", "2, 5", "3, 6"})
  void theStepOfTheOutcomeLeadsToTheFirstThatItStandsFor(int outcome, int solution) {
    LocatedVerdict located = LocatedVerdict.of(new FirstError(outcome, "no"), COVERS);

    assertThat(located.verdict()).isEqualTo(new FirstError(solution, "no"));
    assertThat(located.outcomeError()).isEqualTo(outcome);
  }

  @Test
  void whatNamesNoStepOrNamesTheSolutionsStaysAsItIs() {
    Verdict error = new FirstError(3, "no");

    assertThat(LocatedVerdict.of(new Correct(1), COVERS))
        .isEqualTo(new LocatedVerdict(new Correct(1), null));
    assertThat(LocatedVerdict.of(error, null)).isEqualTo(new LocatedVerdict(error, null));
  }
}
