// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;

/** A {@link Decoder} in a TensorFlow session of its own. */
public final class TensorFlowDecoder implements Decoder {

  /** How far behind the context a row's position may run on before the loop returns. */
  private static final int SLACK = 96;

  private final DecoderConfig config;
  private final Graph graph;
  private final Session session;
  private final PromptGraph prompt;
  private final ScoreGraph scores;
  private final LoopGraph loop;
  private final CacheInputs rearranged;
  private final List<Op> rearrangements = new ArrayList<>();
  private final List<Op> clearances = new ArrayList<>();
  private int rows;
  private int length;

  private TensorFlowDecoder(DecoderConfig config, Graph graph) {
    this.config = config;
    this.graph = graph;
    Ops tf = Ops.create(graph);
    int ropeRows = config.context() + SLACK;
    this.prompt = new PromptGraph(tf.withSubScope("prompt"), config, ropeRows);
    this.scores = new ScoreGraph(tf.withSubScope("scores"), config, ropeRows, prompt);
    this.loop = new LoopGraph(graph, tf.withSubScope("loop"), config, ropeRows);
    Ops cacheOps = tf.withSubScope("cache");
    this.rearranged = new CacheInputs(cacheOps);
    KvCache cache = new KvCache(cacheOps, config);
    for (int layer = 0; layer < config.layers(); layer++) {
      for (KvCache.Kind kind : KvCache.Kind.values()) {
        rearrangements.add(cache.rebuilt(layer, kind, rearranged.layout()));
        clearances.add(cache.cleared(layer, kind));
      }
    }
    this.session = new Session(graph, SessionSettings.of(config));
  }

  /** Builds the graph and loads the weights into it. */
  public static TensorFlowDecoder load(DecoderConfig config, Weights weights) {
    Graph graph = new Graph();
    TensorFlowDecoder decoder;
    try {
      decoder = new TensorFlowDecoder(config, graph);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
    try {
      weights.forEach((name, matrix) -> GraphWeights.assign(graph, decoder.session, name, matrix));
      RopeTables tables = RopeTables.of(config, config.context() + SLACK);
      GraphWeights.assign(graph, decoder.session, DecoderMath.COS, tables.cos());
      GraphWeights.assign(graph, decoder.session, DecoderMath.SIN, tables.sin());
      decoder.clear();
      return decoder;
    } catch (RuntimeException | Error e) {
      decoder.close();
      throw e;
    }
  }

  @Override
  public void clear() {
    Session.Runner runner = session.runner();
    clearances.forEach(runner::addTarget);
    try (Result _ = runner.run()) {
      rows = 0;
      length = 0;
    }
  }

  @Override
  public void rearrange(CachePlan plan) {
    try (Feeds feeds = new Feeds(session.runner())) {
      feedLayout(feeds, rearranged, plan, 0);
      rearrangements.forEach(feeds.runner()::addTarget);
      try (Result _ = feeds.runner().run()) {
        adopt(plan);
      }
    }
  }

  @Override
  public Drawn read(CachePlan plan, int[][] prompts, Draws draws) {
    try (Feeds feeds = promptFeeds(plan, prompts, draws)) {
      prompt.cacheUpdates.forEach(feeds.runner()::addTarget);
      feeds.runner().fetch(prompt.draw.tokens()).fetch(prompt.draw.logProbabilities());
      try (Result result = feeds.runner().run()) {
        adopt(plan);
        return drawn(result, prompts.length);
      }
    }
  }

  /** The logits behind a prompt, without touching the cache: what tests compare. */
  float[] logits(int[] tokens) {
    CachePlan none = new CachePlan(new int[0], tokens.length);
    Draws draws = new Draws(new float[] {1}, new float[] {1}, new float[][] {{0}});
    try (Feeds feeds = promptFeeds(none, new int[][] {tokens}, draws);
        Result result = feeds.runner().fetch(prompt.logits).run()) {
      return floats(result.get(0));
    }
  }

  private Feeds promptFeeds(CachePlan plan, int[][] prompts, Draws draws) {
    int width = Arrays.stream(prompts).mapToInt(tokens -> tokens.length).max().orElse(0);
    width = Math.min(plan.length(), (width + 15) / 16 * 16);
    float[] settings = new float[prompts.length * 3];
    for (int row = 0; row < prompts.length; row++) {
      settings[row * 3] = draws.inverseTemperatures()[row];
      settings[row * 3 + 1] = draws.topPs()[row];
      settings[row * 3 + 2] = draws.uniforms()[row][0];
    }
    Feeds feeds = new Feeds(session.runner());
    feeds.integers(prompt.tokens, Feeds.padded(prompts, width), prompts.length, width);
    feeds.integers(
        prompt.lengths,
        Arrays.stream(prompts).mapToInt(tokens -> tokens.length).toArray(),
        prompts.length);
    feeds.floats(prompt.settings, settings, prompts.length, 3);
    feedLayout(feeds, prompt.cacheInputs, plan, width);
    return feeds;
  }

  private void feedLayout(Feeds feeds, CacheInputs inputs, CachePlan plan, int freshLength) {
    int kept = Math.min(length, plan.length());
    feeds.integers(inputs.from, plan.from(), plan.from().length);
    feeds.scalar(inputs.kept, kept);
    feeds.scalar(inputs.growth, plan.length() - kept);
    feeds.scalar(inputs.freshGrowth, plan.length() - freshLength);
  }

  private void adopt(CachePlan plan) {
    rows = plan.from().length;
    length = plan.length();
  }

  @Override
  public Drawn generate(int[] tokens, int[] positions, int[] limits, Draws draws) {
    try (Feeds feeds = new Feeds(session.runner())) {
      feeds.scalar(loop.inputs.get(LoopState.STEP), 0);
      feeds.integers(loop.inputs.get(LoopState.TOKENS), tokens, rows);
      feeds.integers(loop.inputs.get(LoopState.POSITIONS), positions, rows);
      feeds.integers(loop.inputs.get(LoopState.LIMITS), limits, rows);
      feeds.integers(loop.inputs.get(LoopState.DRAWN), new int[0], 0, rows);
      feeds.floats(loop.inputs.get(LoopState.LOG_PROBABILITIES), new float[0], 0, rows);
      feeds.floats(loop.inputs.get(LoopState.SETTINGS), settings(draws), rows, 2);
      int steps = draws.uniforms()[0].length;
      feeds.floats(loop.inputs.get(LoopState.UNIFORMS), flat(draws.uniforms(), steps), rows, steps);
      feeds.integers(loop.inputs.get(LoopState.COLUMNS), range(length), length);
      feeds.integers(loop.inputs.get(LoopState.ROWS), cacheRows(), rows, config.kvHeads(), 3);
      feeds.runner().fetch(loop.drawn).fetch(loop.logProbabilities);
      try (Result result = feeds.runner().run()) {
        return drawn(result, rows);
      }
    }
  }

  @Override
  public float[][] score(int[][] texts, int[] given) {
    try (Feeds feeds = new Feeds(session.runner())) {
      scores.feed(feeds, texts, given);
      try (Result result = feeds.runner().fetch(scores.logProbabilities).run()) {
        return ScoreGraph.byText(floats(result.get(0)), texts, given);
      }
    }
  }

  private float[] settings(Draws draws) {
    float[] settings = new float[rows * 2];
    for (int row = 0; row < rows; row++) {
      settings[row * 2] = draws.inverseTemperatures()[row];
      settings[row * 2 + 1] = draws.topPs()[row];
    }
    return settings;
  }

  private static float[] flat(float[][] rows, int width) {
    float[] flat = new float[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * width, width);
    }
    return flat;
  }

  private int[] cacheRows() {
    int[] indices = new int[rows * config.kvHeads() * 3];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      for (int head = 0; head < config.kvHeads(); head++) {
        indices[next] = row;
        indices[next + 1] = head;
        next += 3;
      }
    }
    return indices;
  }

  private static int[] range(int end) {
    int[] range = new int[end];
    Arrays.setAll(range, i -> i);
    return range;
  }

  private static Drawn drawn(Result result, int rows) {
    TInt32 tokens = (TInt32) result.get(0);
    int[] copy = new int[Math.toIntExact(tokens.size())];
    tokens.asRawTensor().data().asInts().read(copy);
    return new Drawn(rows, copy, floats(result.get(1)));
  }

  /** A copy of a tensor's values. */
  static float[] floats(Tensor tensor) {
    float[] copy = new float[Math.toIntExact(tensor.shape().size())];
    tensor.asRawTensor().data().asFloats().read(copy);
    return copy;
  }

  @Override
  public void close() {
    session.close();
    loop.close();
    graph.close();
  }
}
