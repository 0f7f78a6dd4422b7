// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.Alphabet;
import dev.assay.embedded.model.examples.TextExample;
import dev.assay.model.tensorflow.checkpoint.CheckpointWriter;
import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.ElementType;
import dev.assay.model.tensorflow.graph.ParameterLayout;
import dev.assay.model.tensorflow.trainer.ProgressSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Runs that are over within seconds. */
public final class TinyRecipe {

  /** Prompt and completion together have at most 48 tokens, and so have samples that do not end. */
  static final DecoderConfig CONFIG =
      new DecoderConfig(
          new DecoderConfig.Widths(Alphabet.SIZE, 16, 32),
          1,
          new DecoderConfig.Attention(2, 1, 8),
          48,
          10_000,
          1e-6,
          false,
          Set.of(Alphabet.end()));

  private static final double NEVER = 2;

  private TinyRecipe() {}

  /** A sum of two digits that has one. */
  public static TextExample sum(SplittableRandom random) {
    int left = random.nextInt(5);
    int right = random.nextInt(5);
    int sum = left + right;
    return new TextExample(
        "S%d+%d>".formatted(left, right), "a%d+%d=%d#%d.".formatted(left, right, sum, sum), 1);
  }

  /** The one question of its kind: learnt within a block. */
  static TextExample constant(SplittableRandom random) {
    return new TextExample("S1>", "#1.", 1);
  }

  /** Four blocks of sums, the last two of them with own mistakes. */
  static RunPlan sums() {
    return new RunPlan(
        "tiny", CONFIG, new Curriculum(TinyRecipe::sum, 64, 2, 8), 4, 0.01, 1, NEVER);
  }

  static RecipeRun run(Path folder, RunPlan plan, ProgressSink sink) {
    TextExample question = plan.curriculum().questions().next(new SplittableRandom(9));
    return new RecipeRun(
        folder, plan, new HeldOutEvaluation(Map.of("tiny", List.of(question)), "tiny"), sink);
  }

  /** Writes a model that knows nothing. */
  public static Path untrained(Path folder) {
    ParameterLayout layout = new ParameterLayout(CONFIG);
    CheckpointWriter.write(
        folder, CONFIG, Alphabet.tokens(), layout.matrices(layout.initial(1)), ElementType.F32);
    return folder;
  }
}
