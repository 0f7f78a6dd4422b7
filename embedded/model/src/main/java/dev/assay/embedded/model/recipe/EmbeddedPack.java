// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.recipe;

import dev.assay.embedded.model.examples.Alphabet;
import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.trainer.ProgressSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The recipe of the embedded models: {@code generator}, {@code critic} (which also refines) and
 * {@code verifier}, three folders that together take the place of {@code weights/}.
 *
 * <p>Two runs: the critic's, whose weights are also kept at an early moment, when they still make
 * mistakes, as the generator's; and the verifier's, from other first weights and on other
 * questions, so that it does not share the critic's mistakes.
 */
public final class EmbeddedPack {

  /** Blocks that the reference machine (2 cores of an AMD EPYC, 2026) trains in a minute. */
  private static final int BLOCKS_PER_MINUTE = 10;

  private static final double CRITIC_SHARE = 0.55;

  /** The part of a run before the weights' own mistakes come in. */
  private static final double SUPERVISED = 0.85;

  private static final int PER_BLOCK = 1_300;
  private static final int PROBES = 256;
  private static final double PEAK = 2.5e-3;

  /** Sampled answers right at which the critic's run leaves the generator behind. */
  private static final double EARLY = 0.62;

  private static final double NEVER = 2;

  private static final String ARITHMETIC = "arithmetic";

  private static final DecoderConfig CONFIG =
      new DecoderConfig(
          new DecoderConfig.Widths(Alphabet.SIZE, 128, 384),
          4,
          new DecoderConfig.Attention(4, 2, 32),
          352,
          10_000,
          1e-6,
          false,
          Set.of(Alphabet.end()));

  private final Path out;
  private final int minutes;
  private final long seed;
  private final ProgressSink sink;

  /**
   * A pack to be made.
   *
   * @param out gets a folder for each role, and {@code runs} with what it takes to go on
   * @param minutes how much is trained, in minutes of the reference machine; at least 1. Another
   *     machine takes its own time and does the same
   * @param seed of everything that is drawn
   * @param sink hears how it goes
   */
  public EmbeddedPack(Path out, int minutes, long seed, ProgressSink sink) {
    if (minutes < 1) {
      throw new IllegalArgumentException("minutes: " + minutes + " (expected: at least 1)");
    }
    this.out = out;
    this.minutes = minutes;
    this.seed = seed;
    this.sink = sink;
  }

  /**
   * Trains, or goes on, and leaves the three folders.
   *
   * @throws dev.assay.model.tensorflow.trainer.RunFolderException if {@code runs} is in use, or was
   *     begun with another seed or length
   * @throws UncheckedIOException if a folder cannot be written
   */
  public void train() {
    long blocks = (long) minutes * BLOCKS_PER_MINUTE;
    long critic = Math.round(blocks * CRITIC_SHARE);
    long verifier = blocks - critic;
    try (RecipeRun run = run(plan("critic", critic, 2 * seed, EARLY))) {
      run.train();
      copy(run.finished(), out.resolve("critic"));
      // A run too short to get that good has made nothing better than its end.
      copy(run.early().orElse(run.finished()), out.resolve("generator"));
    }
    try (RecipeRun run = run(plan("verifier", verifier, 2 * seed + 1, NEVER))) {
      run.train();
      copy(run.finished(), out.resolve("verifier"));
    }
  }

  private RecipeRun run(RunPlan plan) {
    return new RecipeRun(out.resolve("runs").resolve(plan.name()), plan, evaluation(), sink);
  }

  private static RunPlan plan(String name, long blocks, long seed, double early) {
    Curriculum curriculum =
        new Curriculum(questions(), PER_BLOCK, (long) (SUPERVISED * blocks), PROBES);
    return new RunPlan(name, CONFIG, curriculum, blocks, PEAK, seed, early);
  }

  /** All weights learn everything: a question's likelihood is asked of the verifier, too. */
  private static TrainingTask questions() {
    return new TaskMixture(
        List.of(
            new TaskMixture.Part(TaskSplit.arithmetic().forTraining(), 0.8),
            new TaskMixture.Part(TaskSplit.tracking().forTraining(), 0.1),
            new TaskMixture.Part(TaskSplit.following().forTraining(), 0.1)));
  }

  private static HeldOutEvaluation evaluation() {
    return new HeldOutEvaluation(
        Map.of(
            ARITHMETIC,
            TaskSplit.arithmetic().forEvaluation(256, 7),
            "tracking",
            TaskSplit.tracking().forEvaluation(128, 7),
            "following",
            TaskSplit.following().forEvaluation(128, 7)),
        ARITHMETIC);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(to + ": cannot be written: " + e, e);
    }
  }

  /** The names of the folders that a pack has. */
  public static List<String> folders() {
    return List.of("generator", "critic", "verifier");
  }
}
