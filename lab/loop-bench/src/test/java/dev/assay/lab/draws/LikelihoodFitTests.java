// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Policy;
import dev.assay.lab.loop.BenchProblem;
import dev.assay.lab.loop.GeneratedProblems;
import dev.assay.selection.calibration.Calibration.Step;
import dev.assay.selection.calibration.LikelihoodScale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LikelihoodFitTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  @Test
  void theEmbeddedVerifierReadsWhatTheOthersMadeOfAQuestion() {
    StudyRoles players = StudyRoles.of(_ -> Map.of("ASSAY_MODELS", "../../embedded/model/weights"));
    List<BenchProblem> problems = GeneratedProblems.of(2, 3);
    AtomicInteger done = new AtomicInteger();

    LikelihoodScale scale = LikelihoodFit.of(players, problems, DAY, done::set);

    assertThat(scale.verifier()).isEqualTo("verifier/compact/likelihood");
    assertThat(scale.fitted()).isEqualTo(DAY);
    assertThat(scale.calibration().steps().stream().mapToLong(Step::count).sum())
        .isBetween(1L, 2L * Policy.DEFAULT.attempts());
    assertThat(done).hasValue(2);
  }

  @Test
  void aVerifierThatCannotReadIsRefusedBeforeAnythingIsDrawn() {
    StudyRolesFixture script = new StudyRolesFixture();

    assertThatThrownBy(
            () -> LikelihoodFit.of(script.players(true), GeneratedProblems.of(1, 3), DAY, _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot say how likely");
    assertThat(script.generator.prompts()).isEmpty();
  }
}
