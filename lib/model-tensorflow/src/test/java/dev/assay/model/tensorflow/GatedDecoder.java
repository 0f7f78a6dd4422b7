// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.tensorflow.graph.Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A decoder that says "b" for ever, a chunk or a scoring whenever the test lets it, or fails as it
 * is told.
 */
final class GatedDecoder implements Decoder {

  private static final int B = 2;

  private final Semaphore entered = new Semaphore(0);
  private final Semaphore gate = new Semaphore(0);
  private final List<Integer> rowsGenerated = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private int rows;

  /** Returns when the decoder has begun to generate or to score and stands before the gate. */
  void awaitRunning() {
    entered.acquireUninterruptibly();
  }

  void let(int chunks) {
    gate.release(chunks);
  }

  /** Makes the next chunk or scoring fail. */
  void failWith(Throwable cause) {
    failure = cause;
  }

  boolean closed() {
    return closed;
  }

  /** How many rows each chunk had so far. */
  List<Integer> rowsGenerated() {
    return List.copyOf(rowsGenerated);
  }

  @Override
  public void clear() {
    rows = 0;
  }

  @Override
  public void rearrange(CachePlan plan) {
    rows = plan.from().length;
  }

  @Override
  public Drawn read(CachePlan plan, int[][] prompts, Draws draws) {
    rows = plan.from().length;
    return bs(prompts.length, 1);
  }

  @Override
  public Drawn generate(int[] tokens, int[] positions, int[] limits, Draws draws) {
    pass();
    rowsGenerated.add(rows);
    return bs(rows, draws.uniforms()[0].length);
  }

  private void pass() {
    entered.release();
    gate.acquireUninterruptibly();
    Throwable cause = failure;
    failure = null;
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause != null) {
      throw new IllegalStateException(cause);
    }
  }

  /** Every token is certain, unless the run is told to fail. */
  @Override
  public float[][] score(int[][] texts, int[] given) {
    pass();
    float[][] scores = new float[texts.length][];
    Arrays.setAll(scores, row -> new float[texts[row].length - given[row]]);
    return scores;
  }

  private static Drawn bs(int rows, int steps) {
    int[] tokens = new int[rows * steps];
    Arrays.fill(tokens, B);
    return new Drawn(rows, tokens, new float[tokens.length]);
  }

  @Override
  public void close() {
    closed = true;
  }
}
