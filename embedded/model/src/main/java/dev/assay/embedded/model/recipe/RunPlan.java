// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.graph.AdamW;
import dev.assay.model.tensorflow.trainer.LearningRateSchedule;
import dev.assay.model.tensorflow.trainer.Trainer;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of training: what is trained, on what, for how long.
 *
 * @param name of the weights, such as {@code critic}
 * @param config the decoder's shape
 * @param curriculum what is learnt
 * @param blocks of examples to go through; the run's length
 * @param peak the highest learning rate
 * @param seed of first weights and questions
 * @param early the share of right sampled answers at which the weights of the moment are kept
 *     beside the final ones, as those of a model that still makes mistakes; above 1 for never
 */
public record RunPlan(
    String name,
    DecoderConfig config,
    Curriculum curriculum,
    long blocks,
    double peak,
    long seed,
    double early) {

  /** Batches, and thereby steps, in a block. */
  public static final int BATCHES = 32;

  private static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.98, 1e-8, 0.05, 1);
  private static final double FLOOR = 0.02;
  private static final double WARM_UP = 0.03;

  Trainer.Plan trainer() {
    long steps = blocks * BATCHES;
    LearningRateSchedule schedule =
        new LearningRateSchedule(peak, FLOOR * peak, Math.max(1, (long) (WARM_UP * steps)), steps);
    return new Trainer.Plan(config, OPTIMISER, schedule, BATCHES, seed);
  }

  /** Everything that decides what a step does, by name: a run goes on only with the same. */
  Map<String, String> recipe() {
    Map<String, String> recipe = new TreeMap<>();
    recipe.put("name", name);
    recipe.put("seed", Long.toString(seed));
    recipe.put("config", text(config));
    recipe.put("optimiser", OPTIMISER.toString());
    recipe.put("batches", Integer.toString(BATCHES));
    LearningRateSchedule schedule = trainer().schedule();
    recipe.put("steps", Long.toString(schedule.steps()));
    recipe.put(
        "learning rate",
        "%s to %s after %d steps of warm-up"
            .formatted(schedule.peak(), schedule.floor(), schedule.warmUp()));
    recipe.put("curriculum", curriculum.describe());
    return recipe;
  }

  /** As runs have it noted that are under way. */
  private static String text(DecoderConfig config) {
    return ("DecoderConfig[vocabulary=%d, hidden=%d, intermediate=%d, layers=%d, heads=%d,"
            + " kvHeads=%d, headDim=%d, context=%d, ropeTheta=%s, rmsEpsilon=%s, tied=%s,"
            + " endTokens=%s]")
        .formatted(
            config.vocabulary(),
            config.hidden(),
            config.intermediate(),
            config.layers(),
            config.heads(),
            config.kvHeads(),
            config.headDim(),
            config.context(),
            config.ropeTheta(),
            config.rmsEpsilon(),
            config.tied(),
            config.endTokens());
  }
}
