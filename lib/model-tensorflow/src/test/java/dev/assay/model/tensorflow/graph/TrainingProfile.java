// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;

/** How fast training is at the size of the embedded models, and what the time goes into. */
final class TrainingProfile {

  private static final DecoderConfig CONFIG =
      new DecoderConfig(
          new DecoderConfig.Widths(64, 128, 384),
          4,
          new DecoderConfig.Attention(4, 2, 32),
          352,
          10_000,
          1e-6,
          false,
          Set.of(1));

  private static final AdamW.Settings OPTIMISER = new AdamW.Settings(0.9, 0.98, 1e-8, 0.05, 1);
  private static final int ROWS = 20;
  private static final int WIDTH = 104;
  private static final int STEPS = 100;

  private TrainingProfile() {}

  public static void main(String[] args) {
    ParameterLayout layout = new ParameterLayout(CONFIG);
    List<Shard> shards = List.of(shard(1), shard(2));
    try (DecoderTraining training = DecoderTraining.create(CONFIG, OPTIMISER)) {
      float[] none = new float[layout.size()];
      training.restore(List.of(layout.initial(1), none, none));
      for (int step = 1; step <= STEPS / 5; step++) {
        training.step(shards, 1e-3, step);
      }
      long start = System.nanoTime();
      for (int step = 1; step <= STEPS; step++) {
        training.step(shards, 1e-3, step);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double tokens = 2.0 * ROWS * WIDTH * STEPS / seconds;
      System.out.printf(
          "%,d parameters, batches of 2 x %d x %d: %,.0f tokens/s, %.0f GFLOP/s in matrix products%n",
          layout.size(), ROWS, WIDTH, tokens, tokens * flops() / 1e9);
      report(training, shards);
    }
  }

  /** Multiplications and additions of a token's matrix products, forwards and backwards. */
  private static double flops() {
    double attention = 4.0 * CONFIG.heads() * CONFIG.headDim() * WIDTH * CONFIG.layers();
    return 3 * (2.0 * CONFIG.parameters() + attention);
  }

  private static void report(DecoderTraining training, List<Shard> shards) {
    Map<String, Long> nanos = new TreeMap<>();
    for (int i = 0; i < STEPS / 10; i++) {
      for (DeviceStepStats device : training.profile(shards).getDevStatsList()) {
        for (NodeExecStats node : device.getNodeStatsList()) {
          nanos.merge(operation(node), node.getAllEndRelNanos(), Long::sum);
        }
      }
    }
    double all = nanos.values().stream().mapToLong(Long::longValue).sum();
    List<Map.Entry<String, Long>> slowest = new ArrayList<>(nanos.entrySet());
    slowest.sort(Map.Entry.<String, Long>comparingByValue().reversed());
    System.out.println(
        slowest.stream()
            .limit(12)
            .map(entry -> "%s %.1f %%".formatted(entry.getKey(), 100 * entry.getValue() / all))
            .collect(Collectors.joining(", ")));
  }

  /** A label reads {@code name = Operation(inputs)}. */
  private static String operation(NodeExecStats node) {
    String label = node.getTimelineLabel();
    int from = label.indexOf(" = ");
    int to = label.indexOf('(', Math.max(0, from));
    return from < 0 || to < 0 ? node.getNodeName() : label.substring(from + 3, to);
  }

  private static Shard shard(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int count = ROWS * WIDTH;
    float[] weights = new float[count];
    Arrays.fill(weights, 1f / (2 * count));
    return new Shard(
        ROWS,
        WIDTH,
        random.ints(count, 1, CONFIG.vocabulary()).toArray(),
        random.ints(count, 1, CONFIG.vocabulary()).toArray(),
        weights);
  }
}
