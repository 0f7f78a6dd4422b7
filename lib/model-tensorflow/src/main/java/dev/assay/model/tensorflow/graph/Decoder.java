// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

/**
 * A decoder with a cache of rows, as the engine drives it; an interface so that the engine's
 * promises about failure can be tested without breaking a graph. Not safe for use by many threads.
 */
public interface Decoder extends AutoCloseable {

  /** Forgets every row. */
  void clear();

  /** Reorders, drops and grows rows. */
  void rearrange(CachePlan plan);

  /**
   * Reads prompts and draws the first token of each; their rows stand behind the old ones in {@code
   * plan}.
   *
   * @return one step of as many rows as there are prompts
   */
  Drawn read(CachePlan plan, int[][] prompts, Draws draws);

  /**
   * Draws further tokens for every row.
   *
   * @param tokens each row's newest token
   * @param positions where it belongs
   * @param limits how many tokens each row wants, at most the steps in {@code draws}; 0 for a row
   *     that is not in use
   */
  Drawn generate(int[] tokens, int[] positions, int[] limits, Draws draws);

  /**
   * Says how likely given tokens are, without touching the cache.
   *
   * @param texts each longer than what is given of it, none longer than the context
   * @param given for each text how many of its tokens come before the first in question, at least 1
   * @return for each text the natural log-probabilities of the tokens in question
   */
  float[][] score(int[][] texts, int[] given);

  @Override
  void close();

  /**
   * The next cache.
   *
   * @param from for each of its rows the old row, or old rows + i for the i-th new prompt
   * @param length positions in each row
   */
  record CachePlan(int[] from, int length) {}

  /**
   * How tokens are drawn, row by row.
   *
   * @param inverseTemperatures 1 / temperature
   * @param topPs likewise
   * @param uniforms for each row one number in [0, 1) a step; 0 draws the likeliest token
   */
  record Draws(float[] inverseTemperatures, float[] topPs, float[][] uniforms) {}

  /**
   * What was drawn.
   *
   * @param tokens step by step, each of all rows
   * @param logProbabilities for each of them its own, before temperature and top-p: by them what is
   *     drawn step by step is held against what {@link #score} reads at once
   */
  record Drawn(int rows, int[] tokens, float[] logProbabilities) {

    /** Steps that were done; fewer than asked for if every row ended before. */
    public int steps() {
      return tokens.length / rows;
    }

    /** The token of a row at a step. */
    public int token(int step, int row) {
      return tokens[step * rows + row];
    }

    /** Its log-probability. */
    public float logProbability(int step, int row) {
      return logProbabilities[step * rows + row];
    }
  }
}
