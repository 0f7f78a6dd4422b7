// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.graph.Decoder;
import dev.assay.model.tensorflow.graph.TensorFlowDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws completions for evaluation and on-policy training. Serving mixes calls as they come, so
 * that its last bits depend on who else asks; here the batches are fixed, and with them the draws.
 */
public final class Rollouts implements AutoCloseable {

  private static final int ROWS = 128;
  private static final int CHUNK = 32;
  private static final float GREEDY = 0;

  private final DecoderConfig config;
  private final TensorFlowDecoder decoder;

  private Rollouts(DecoderConfig config, TensorFlowDecoder decoder) {
    this.config = config;
    this.decoder = decoder;
  }

  /** Loads a model folder. */
  public static Rollouts of(Path folder) {
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        var _ = checkpoint.tokenizer()) {
      return new Rollouts(
          checkpoint.config(), TensorFlowDecoder.load(checkpoint.config(), checkpoint.weights()));
    }
  }

  /**
   * One completion for each prompt.
   *
   * @param prompts none of them empty
   * @param temperature 0 draws the likeliest token
   * @param most the longest completion, in tokens
   * @param random draws the tokens
   * @return each with its end token, unless it grew too long
   */
  public List<int[]> draw(
      List<int[]> prompts, double temperature, int most, SplittableRandom random) {
    List<int[]> completions = new ArrayList<>();
    for (int from = 0; from < prompts.size(); from += ROWS) {
      List<int[]> batch = prompts.subList(from, Math.min(prompts.size(), from + ROWS));
      completions.addAll(new Batch(batch, temperature, most).draw(random));
    }
    return completions;
  }

  /** Prompts that are completed together. */
  private final class Batch {

    private final int[][] prompts;
    private final float[] inverseTemperatures;
    private final float[] topPs;
    private final boolean greedy;
    private final int longest;
    private final int most;
    private final int[][] drawn;
    private final int[] lengths;
    private final boolean[] ended;

    Batch(List<int[]> prompts, double temperature, int most) {
      int rows = prompts.size();
      this.longest = prompts.stream().mapToInt(prompt -> prompt.length).max().orElse(0);
      this.prompts = prompts.toArray(new int[0][]);
      this.greedy = temperature == GREEDY;
      this.most = Math.min(most, config.context() - longest);
      this.inverseTemperatures = new float[rows];
      this.topPs = new float[rows];
      Arrays.fill(inverseTemperatures, greedy ? 1 : (float) (1 / temperature));
      Arrays.fill(topPs, 1);
      this.drawn = new int[rows][this.most];
      this.lengths = new int[rows];
      this.ended = new boolean[rows];
    }

    List<int[]> draw(SplittableRandom random) {
      int[] from = new int[prompts.length];
      Arrays.setAll(from, i -> i);
      decoder.clear();
      Decoder.CachePlan plan = new Decoder.CachePlan(from, longest + most + CHUNK);
      accept(decoder.read(plan, prompts, draws(1, random)));
      while (remaining() > 0) {
        accept(generated(Math.min(CHUNK, remaining()), random));
      }
      List<int[]> completions = new ArrayList<>();
      for (int row = 0; row < drawn.length; row++) {
        completions.add(Arrays.copyOf(drawn[row], lengths[row]));
      }
      return completions;
    }

    private Decoder.Drawn generated(int steps, SplittableRandom random) {
      int[] tokens = new int[prompts.length];
      int[] positions = new int[prompts.length];
      int[] limits = new int[prompts.length];
      for (int row = 0; row < prompts.length; row++) {
        tokens[row] = drawn[row][lengths[row] - 1];
        positions[row] = prompts[row].length + lengths[row] - 1;
        limits[row] = ended[row] ? 0 : Math.min(steps, most - lengths[row]);
      }
      return decoder.generate(tokens, positions, limits, draws(steps, random));
    }

    private int remaining() {
      int remaining = 0;
      for (int row = 0; row < prompts.length; row++) {
        remaining = ended[row] ? remaining : Math.max(remaining, most - lengths[row]);
      }
      return remaining;
    }

    private void accept(Decoder.Drawn fresh) {
      for (int row = 0; row < prompts.length; row++) {
        for (int step = 0; step < fresh.steps() && !ended[row] && lengths[row] < most; step++) {
          int token = fresh.token(step, row);
          drawn[row][lengths[row]++] = token;
          ended[row] = config.endTokens().contains(token);
        }
      }
    }

    private Decoder.Draws draws(int steps, SplittableRandom random) {
      float[][] uniforms = new float[prompts.length][steps];
      if (!greedy) {
        for (float[] row : uniforms) {
          for (int step = 0; step < steps; step++) {
            row[step] = random.nextFloat();
          }
        }
      }
      return new Decoder.Draws(inverseTemperatures, topPs, uniforms);
    }
  }

  @Override
  public void close() {
    decoder.close();
  }
}
