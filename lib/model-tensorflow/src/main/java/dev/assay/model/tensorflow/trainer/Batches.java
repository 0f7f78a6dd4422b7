// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import dev.assay.model.tensorflow.graph.DecoderTraining;
import dev.assay.model.tensorflow.graph.Shard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Cuts a block of examples into batches of about equally many positions. Examples of like length go
 * together, so that little is computed for padding; the batches are then shuffled, so that lengths
 * do not come in order.
 */
final class Batches {

  private Batches() {}

  /**
   * @param count how many batches; there must be at least one example for each shard of each
   * @param seed of the shuffling
   */
  static List<List<TokenExample>> cut(List<TokenExample> block, int count, long seed) {
    if (block.size() < count * DecoderTraining.TOWERS) {
      throw new IllegalArgumentException(
          "%d examples for %d batches (expected: at least %d)"
              .formatted(block.size(), count, count * DecoderTraining.TOWERS));
    }
    List<TokenExample> byLength = new ArrayList<>(block);
    byLength.sort(Comparator.comparingInt(TokenExample::positions));
    List<List<TokenExample>> batches = new ArrayList<>();
    int from = 0;
    for (int left = count; left > 0; left--) {
      int to = end(byLength, from, left);
      batches.add(byLength.subList(from, to));
      from = to;
    }
    Collections.shuffle(batches, new Random(seed));
    return batches;
  }

  /** Where the next batch ends, if {@code left} batches are to share what is left evenly. */
  private static int end(List<TokenExample> examples, int from, int left) {
    long positions =
        examples.subList(from, examples.size()).stream().mapToLong(TokenExample::positions).sum();
    int latest = examples.size() - (left - 1) * DecoderTraining.TOWERS;
    int to = from;
    long taken = 0;
    while (to < latest && (left == 1 || taken * left < positions)) {
      taken += examples.get(to).positions();
      to++;
    }
    return Math.max(to, from + DecoderTraining.TOWERS);
  }

  /** The batch as the graph takes it: every second example goes to the second tower. */
  static List<Shard> shards(List<TokenExample> batch) {
    double learnt = batch.stream().mapToLong(TokenExample::learnt).sum();
    List<Shard> shards = new ArrayList<>();
    for (int tower = 0; tower < DecoderTraining.TOWERS; tower++) {
      List<TokenExample> rows = new ArrayList<>();
      for (int i = tower; i < batch.size(); i += DecoderTraining.TOWERS) {
        rows.add(batch.get(i));
      }
      shards.add(shard(rows, (float) (1 / learnt)));
    }
    return shards;
  }

  private static Shard shard(List<TokenExample> rows, float share) {
    int width = rows.stream().mapToInt(TokenExample::positions).max().orElse(0);
    Shard shard =
        new Shard(
            rows.size(),
            width,
            new int[rows.size() * width],
            new int[rows.size() * width],
            new float[rows.size() * width]);
    for (int row = 0; row < rows.size(); row++) {
      fill(shard, row * width, rows.get(row), share);
    }
    return shard;
  }

  private static void fill(Shard shard, int at, TokenExample example, float share) {
    int positions = example.positions();
    System.arraycopy(example.tokens(), 0, shard.tokens(), at, positions);
    System.arraycopy(example.tokens(), 1, shard.next(), at, positions);
    for (int i = example.promptLength() - 1; i < positions; i++) {
      shard.weights()[at + i] = example.weight() * share;
    }
  }
}
