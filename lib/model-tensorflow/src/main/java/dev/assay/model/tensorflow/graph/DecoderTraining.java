// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.StepStats;
import org.tensorflow.types.TFloat32;

/**
 * The decoder with its gradients and an optimiser: one step at a time, weights in and out as
 * arrays. It is the same arithmetic that serves ({@link DecoderMath}, {@link CausalAttention}).
 *
 * <p>A step is computed by two towers, each with half of the batch and a thread of its own; every
 * operation runs on one thread. On tiny matrices that is faster than two threads within each
 * operation, and sums are always taken in one order: the same steps give the same bits.
 */
public final class DecoderTraining implements AutoCloseable {

  /** How many parts a batch has. */
  public static final int TOWERS = 2;

  private final Graph graph;
  private final Session session;
  private final TrainingState state;
  private final List<TrainingTower> towers;
  private final AdamW optimiser;
  private final Operand<TFloat32> loss;

  /** What a step reports: the weighted loss in nats, and the gradient's norm before clipping. */
  public record Report(double loss, double gradientNorm) {}

  private DecoderTraining(Graph graph, DecoderConfig config, AdamW.Settings settings) {
    this.graph = graph;
    Ops tf = Ops.create(graph);
    ParameterLayout layout = new ParameterLayout(config);
    this.state = new TrainingState(tf.withSubScope("state"), layout.size());
    List<Output<TFloat32>> weights = state.weights(tf.withSubScope("weights"), layout);
    this.towers =
        IntStream.range(0, TOWERS)
            .mapToObj(i -> new TrainingTower(tf.withSubScope("tower" + i), config, layout, weights))
            .toList();
    this.loss = tf.math.addN(towers.stream().map(tower -> tower.loss).toList());
    this.optimiser = new AdamW(tf.withSubScope("adamw"), layout, state, gradient(tf), settings);
    this.session = new Session(graph, threads());
  }

  /** Builds the graph; {@link #restore} gives it weights. */
  public static DecoderTraining create(DecoderConfig config, AdamW.Settings settings) {
    Graph graph = new Graph();
    DecoderTraining training;
    try {
      training = new DecoderTraining(graph, config, settings);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
    RopeTables tables = RopeTables.of(config, config.context());
    GraphWeights.assign(graph, training.session, DecoderMath.COS, tables.cos());
    GraphWeights.assign(graph, training.session, DecoderMath.SIN, tables.sin());
    return training;
  }

  private static ConfigProto threads() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(1)
        .setInterOpParallelismThreads(TOWERS)
        .setUsePerSessionThreads(true)
        .build();
  }

  /** The towers' gradients, summed, as one vector. */
  private Operand<TFloat32> gradient(Ops tf) {
    return tf.math.addN(towers.stream().map(tower -> vector(tf, tower.gradients)).toList());
  }

  private static Operand<TFloat32> vector(Ops tf, List<Output<TFloat32>> parts) {
    List<Operand<TFloat32>> flat =
        parts.stream()
            .<Operand<TFloat32>>map(part -> tf.reshape(part, tf.constant(new int[] {-1})))
            .toList();
    return tf.concat(flat, tf.constant(0));
  }

  /**
   * One step of the optimiser.
   *
   * @param shards a part of the batch for each tower; the weights of all of them together are
   *     normally 1 in sum
   * @param learningRate of this step
   * @param step counted from 1: Adam's bias corrections depend on it
   */
  public Report step(List<Shard> shards, double learningRate, long step) {
    try (Feeds feeds = feeds(shards, learningRate, step);
        Result result = feeds.runner().run()) {
      return new Report(scalar(result, 0), scalar(result, 1));
    }
  }

  private Feeds feeds(List<Shard> shards, double learningRate, long step) {
    if (shards.size() != TOWERS) {
      throw new IllegalArgumentException(shards.size() + " shards (expected: " + TOWERS + ")");
    }
    Feeds feeds = new Feeds(session.runner());
    for (int i = 0; i < TOWERS; i++) {
      towers.get(i).feed(feeds, shards.get(i));
    }
    optimiser.feed(feeds, learningRate, step);
    optimiser.updates.forEach(feeds.runner()::addTarget);
    feeds.runner().fetch(loss).fetch(optimiser.norm);
    return feeds;
  }

  /** What each operation of a step took; the step itself is slower for it. */
  StepStats profile(List<Shard> shards) {
    RunOptions traced =
        RunOptions.newBuilder().setTraceLevel(RunOptions.TraceLevel.FULL_TRACE).build();
    try (Feeds feeds = feeds(shards, 0, 1);
        Result result = feeds.runner().setOptions(traced).runAndFetchMetadata()) {
      return result.getMetadata().orElseThrow().getStepStats();
    }
  }

  private static double scalar(Result result, int index) {
    return ((TFloat32) result.get(index)).getFloat();
  }

  /** Sets weights and moments, each of {@link ParameterLayout#size} values. */
  public void restore(List<float[]> weightsAndMoments) {
    state.assign(session, weightsAndMoments);
  }

  /** Weights, first and second moments, as {@link #restore} takes them. */
  public List<float[]> state() {
    return state.read(session);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
