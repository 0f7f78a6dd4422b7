// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.tensorflow.graph.Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which generation is in which row of the decoder's cache; the engine's thread alone uses it. */
final class CacheRows {

  /** Room is made for this many tokens ahead, so that a growing row seldom moves the cache. */
  private static final int LOOKAHEAD = 64;

  /** From so many rows on, chunks are halved: steps are slow then, and rows end in most of them. */
  private static final int MANY = 8;

  private final Decoder decoder;
  private final int chunk;
  private @Nullable Generation[] rows = {};
  private int length;

  CacheRows(Decoder decoder, int chunk) {
    this.decoder = decoder;
    this.chunk = chunk;
  }

  List<Generation> live() {
    return Arrays.stream(rows).filter(Objects::nonNull).map(Generation.class::cast).toList();
  }

  /** Frees the rows of callers that have gone. */
  void dropCancelled() {
    for (int row = 0; row < rows.length; row++) {
      Generation generation = rows[row];
      if (generation != null && generation.cancelled()) {
        rows[row] = null;
      }
    }
  }

  /** Forgets everything, whatever state the decoder is in. */
  void clear() {
    rows = new Generation[0];
    length = 0;
    decoder.clear();
  }

  /** Reads the prompts of new calls and takes their first tokens. */
  void admit(List<Generation> arrivals) {
    List<Generation> next = new ArrayList<>(live());
    int[] from = oldRows(next.size() + arrivals.size());
    for (int i = 0; i < arrivals.size(); i++) {
      from[next.size() + i] = rows.length + i;
    }
    next.addAll(arrivals);
    int padded = Buckets.rows(arrivals.size());
    int[][] prompts = new int[padded][];
    for (int i = 0; i < padded; i++) {
      prompts[i] = i < arrivals.size() ? arrivals.get(i).prompt() : new int[] {0};
    }
    List<@Nullable Generation> batch = new ArrayList<>(arrivals);
    batch.addAll(Collections.nCopies(padded - arrivals.size(), null));
    int newLength = lengthFor(next);
    Decoder.Drawn drawn =
        decoder.read(new Decoder.CachePlan(from, newLength), prompts, draws(batch, 1));
    place(next, from.length, newLength);
    for (int i = 0; i < arrivals.size(); i++) {
      accept(drawn, i, 1, arrivals.get(i));
    }
  }

  /** Generates the next chunk for every row. */
  void step() {
    makeRoom();
    int most = live().stream().mapToInt(Generation::remaining).max().orElse(0);
    int steps = Math.min(most, rows.length < MANY ? chunk : Math.max(1, chunk / 2));
    int[] tokens = new int[rows.length];
    int[] positions = new int[rows.length];
    int[] limits = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      Generation generation = rows[row];
      if (generation != null) {
        tokens[row] = generation.newest();
        positions[row] = generation.position();
        limits[row] = Math.min(steps, generation.remaining());
      }
    }
    Decoder.Drawn drawn =
        decoder.generate(tokens, positions, limits, draws(Arrays.asList(rows), steps));
    for (int row = 0; row < rows.length; row++) {
      Generation generation = rows[row];
      if (generation != null) {
        accept(drawn, row, limits[row], generation);
      }
    }
  }

  /** Rebuilds the cache if it is too short for a chunk, or too large by half. */
  private void makeRoom() {
    List<Generation> live = live();
    int needed = live.stream().mapToInt(Generation::position).max().orElse(0) + chunk;
    int wanted = Buckets.rows(live.size());
    if (needed > length || wanted < rows.length) {
      int[] from = oldRows(live.size());
      int newLength = lengthFor(live);
      decoder.rearrange(new Decoder.CachePlan(from, newLength));
      place(live, from.length, newLength);
    }
  }

  /** Where the next cache's rows come from: the live ones first, the rest from anywhere. */
  private int[] oldRows(int wanted) {
    int[] from = new int[Buckets.rows(wanted)];
    int next = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != null) {
        from[next++] = row;
      }
    }
    return from;
  }

  private int lengthFor(List<Generation> next) {
    return Buckets.length(
        next.stream()
            .mapToInt(g -> g.position() + Math.max(chunk, Math.min(g.remaining(), LOOKAHEAD)))
            .max()
            .orElse(0));
  }

  private void place(List<Generation> next, int size, int newLength) {
    rows = next.toArray(new Generation[size]);
    length = newLength;
  }

  private static Decoder.Draws draws(List<@Nullable Generation> batch, int steps) {
    float[] inverseTemperatures = new float[batch.size()];
    float[] topPs = new float[batch.size()];
    float[][] uniforms = new float[batch.size()][];
    for (int row = 0; row < batch.size(); row++) {
      Generation generation = batch.get(row);
      inverseTemperatures[row] = generation == null ? 1 : generation.inverseTemperature();
      topPs[row] = generation == null ? 1 : generation.topP();
      uniforms[row] = generation == null ? new float[steps] : generation.uniforms(steps);
    }
    return new Decoder.Draws(inverseTemperatures, topPs, uniforms);
  }

  private void accept(Decoder.Drawn drawn, int row, int limit, Generation generation) {
    for (int step = 0; step < Math.min(limit, drawn.steps()); step++) {
      if (generation.accept(drawn.token(step, row))) {
        rows[Arrays.asList(rows).indexOf(generation)] = null;
        return;
      }
    }
  }
}
