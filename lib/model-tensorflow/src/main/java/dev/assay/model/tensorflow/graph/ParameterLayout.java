// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.Matrix;
import dev.assay.model.tensorflow.checkpoint.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Where each of a decoder's weights lies in the one vector that training works on. With one vector
 * the optimiser is a handful of operations, and its state three arrays, however many layers there
 * are.
 *
 * <p>Norms have no scale of their own: it is part of the matrix that follows, as in serving. The
 * output matrix is separate from the embedding table.
 */
public final class ParameterLayout {

  /** Standard deviation of the embedding's first values. */
  private static final double EMBEDDING_SPREAD = 0.05;

  private final DecoderConfig config;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private int size;

  /**
   * One weight's place.
   *
   * @param decays whether weight decay applies: to matrices, not to biases
   */
  record Slot(String name, long[] shape, int offset, int size, boolean decays) {}

  public ParameterLayout(DecoderConfig config) {
    this.config = config;
    int hidden = config.hidden();
    add(Weights.EMBEDDING, config.vocabulary(), hidden);
    for (int layer = 0; layer < config.layers(); layer++) {
      add(Weights.ofLayer(layer, Weights.QKV), hidden, config.qkvWidth());
      add(Weights.ofLayer(layer, Weights.QKV_BIAS), config.qkvWidth());
      add(Weights.ofLayer(layer, Weights.OUT), config.heads() * config.headDim(), hidden);
      add(Weights.ofLayer(layer, Weights.GATE_UP), hidden, 2 * config.intermediate());
      add(Weights.ofLayer(layer, Weights.DOWN), config.intermediate(), hidden);
    }
    add(Weights.HEAD, hidden, config.vocabulary());
  }

  private void add(String name, int... shape) {
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    long[] dimensions = Arrays.stream(shape).asLongStream().toArray();
    slots.put(name, new Slot(name, dimensions, size, count, shape.length > 1));
    size = Math.addExact(size, count);
  }

  /** How many weights there are. */
  public int size() {
    return size;
  }

  List<Slot> slots() {
    return List.copyOf(slots.values());
  }

  /** Which of the slots has this weight. */
  int indexOf(String name) {
    return List.copyOf(slots.keySet()).indexOf(name);
  }

  /** 1 where weight decay applies, 0 elsewhere. */
  float[] decayMask() {
    float[] mask = new float[size];
    slots.values().stream()
        .filter(Slot::decays)
        .forEach(slot -> Arrays.fill(mask, slot.offset(), slot.offset() + slot.size(), 1));
    return mask;
  }

  /** The weights by the names of {@link Weights}, with queries that do not carry the scale. */
  public Map<String, Matrix> matrices(float[] parameters) {
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    for (Slot slot : slots.values()) {
      float[] values = Arrays.copyOfRange(parameters, slot.offset(), slot.offset() + slot.size());
      matrices.put(slot.name(), new Matrix(values, Arrays.stream(slot.shape()).boxed().toList()));
    }
    return matrices;
  }

  /**
   * Random first weights: normal with variance 1 / inputs, and for what is added to the residual
   * stream 1 / (2 * layers) of that, so that depth does not swell it (Radford et al., "Language
   * Models are Unsupervised Multitask Learners", section 2.3).
   */
  public float[] initial(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] parameters = new float[size];
    for (Slot slot : slots.values()) {
      double spread = spread(slot);
      for (int i = 0; i < slot.size(); i++) {
        parameters[slot.offset() + i] = (float) (spread * random.nextGaussian());
      }
    }
    return parameters;
  }

  private double spread(Slot slot) {
    if (!slot.decays()) {
      return 0;
    }
    if (slot.name().equals(Weights.EMBEDDING)) {
      return EMBEDDING_SPREAD;
    }
    double spread = 1 / Math.sqrt((double) slot.shape()[0]);
    boolean residual = List.of(Weights.OUT, Weights.DOWN).contains(matrix(slot.name()));
    return residual ? spread / Math.sqrt(2.0 * config.layers()) : spread;
  }

  private static String matrix(String name) {
    return name.substring(name.indexOf('/') + 1);
  }
}
