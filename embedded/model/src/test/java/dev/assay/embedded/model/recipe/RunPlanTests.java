// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunPlanTests {

  private static final Curriculum CURRICULUM = new Curriculum(TinyRecipe::sum, 64, 2, 8);
  private static final RunPlan PLAN = plan("a", TinyRecipe.CONFIG, CURRICULUM, 4, 0.01, 1);

  private static RunPlan plan(
      String name,
      DecoderConfig config,
      Curriculum curriculum,
      long blocks,
      double peak,
      long seed) {
    return new RunPlan(name, config, curriculum, blocks, peak, seed, 2);
  }

  @Test
  void theScheduleHasAStepForEachBatch() {
    assertThat(PLAN.trainer().schedule().steps()).isEqualTo(4 * RunPlan.BATCHES);
    assertThat(PLAN.trainer().schedule().warmUp()).isPositive();
  }

  @Test
  void whateverDecidesAStepIsInTheRecipe() {
    DecoderConfig wider =
        new DecoderConfig(64, 32, 32, 1, 2, 1, 8, 48, 10_000, 1e-6, false, Set.of(1));
    List<RunPlan> others =
        List.of(
            plan("b", TinyRecipe.CONFIG, CURRICULUM, 4, 0.01, 1),
            plan("a", wider, CURRICULUM, 4, 0.01, 1),
            plan("a", TinyRecipe.CONFIG, new Curriculum(TinyRecipe::sum, 65, 2, 8), 4, 0.01, 1),
            plan("a", TinyRecipe.CONFIG, new Curriculum(TinyRecipe::sum, 64, 3, 8), 4, 0.01, 1),
            plan("a", TinyRecipe.CONFIG, new Curriculum(TinyRecipe::sum, 64, 2, 9), 4, 0.01, 1),
            plan("a", TinyRecipe.CONFIG, CURRICULUM, 5, 0.01, 1),
            plan("a", TinyRecipe.CONFIG, CURRICULUM, 4, 0.02, 1),
            plan("a", TinyRecipe.CONFIG, CURRICULUM, 4, 0.01, 2));

    assertThat(others.stream().map(RunPlan::recipe).toList())
        .doesNotHaveDuplicates()
        .doesNotContain(PLAN.recipe());
    assertThat(plan("a", TinyRecipe.CONFIG, CURRICULUM, 4, 0.01, 1).recipe())
        .isEqualTo(PLAN.recipe());
  }
}
