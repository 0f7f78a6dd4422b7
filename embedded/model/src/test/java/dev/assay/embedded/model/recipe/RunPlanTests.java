// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunPlanTests {

  private static final Curriculum CURRICULUM = new Curriculum(TinyRecipe::sum, 64, 2, 8);
  private static final DecoderConfig WIDER =
      new DecoderConfig(
          new DecoderConfig.Widths(64, 32, 32),
          1,
          new DecoderConfig.Attention(2, 1, 8),
          48,
          10_000,
          1e-6,
          false,
          Set.of(1));

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
    List<RunPlan> others =
        List.of(
            plan("b", TinyRecipe.CONFIG, CURRICULUM, 4, 0.01, 1),
            plan("a", WIDER, CURRICULUM, 4, 0.01, 1),
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

  /** Else a run could not be gone on with that a build before this one began. */
  @Test
  void theRecipeNamesTheDecoderAsItAlwaysDid() {
    assertThat(plan("a", WIDER, CURRICULUM, 4, 0.01, 1).recipe())
        .containsEntry(
            "config",
            "DecoderConfig[vocabulary=64, hidden=32, intermediate=32, layers=1, heads=2,"
                + " kvHeads=1, headDim=8, context=48, ropeTheta=10000.0, rmsEpsilon=1.0E-6,"
                + " tied=false, endTokens=[1]]");
  }
}
