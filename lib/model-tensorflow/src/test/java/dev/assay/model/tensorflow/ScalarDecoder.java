// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.Safetensors;
import dev.assay.model.tensorflow.checkpoint.Tokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Qwen2 decoder in scalar float64 arithmetic, straight from the weight file: slow, short, and
 * independent of the graph, of TensorFlow and of the folding in between. It says what is right.
 */
public final class ScalarDecoder {

  /** Logits closer together than this may change places in 32-bit arithmetic. */
  private static final double CLEAR = 0.02;

  private final DecoderConfig config;
  private final Map<String, float[]> tensors = new HashMap<>();
  private final List<List<double[]>> keys = new ArrayList<>();
  private final List<List<double[]>> values = new ArrayList<>();

  private ScalarDecoder(DecoderConfig config) {
    this.config = config;
  }

  /**
   * What a model says after a prompt when it always takes the best token.
   *
   * @param tokens all of them, the end token included
   * @param clear how many come before the first whose two best logits are as good as level
   */
  public record Greedy(List<Integer> tokens, int clear) {}

  /** Reads a model folder. */
  public static ScalarDecoder open(Path folder) {
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer _ = checkpoint.tokenizer();
        Safetensors file = Safetensors.open(folder.resolve("model.safetensors"))) {
      ScalarDecoder decoder = new ScalarDecoder(checkpoint.config());
      file.names().forEach(name -> decoder.tensors.put(name, file.floats(name)));
      return decoder;
    }
  }

  /** The logits behind the last of the tokens. */
  public float[] logits(int... tokens) {
    double[] logits = read(tokens);
    float[] rounded = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      rounded[i] = (float) logits[i];
    }
    return rounded;
  }

  /** Goes on from a prompt until an end token, at most for {@code maxTokens}. */
  public Greedy greedy(int[] prompt, int maxTokens) {
    List<Integer> tokens = new ArrayList<>();
    int clear = Integer.MAX_VALUE;
    double[] logits = read(prompt);
    while (true) {
      int best = best(logits, -1);
      if (logits[best] - logits[best(logits, best)] <= CLEAR) {
        clear = Math.min(clear, tokens.size());
      }
      tokens.add(best);
      if (config.endTokens().contains(best) || tokens.size() == maxTokens) {
        return new Greedy(tokens, Math.min(clear, tokens.size()));
      }
      logits = step(best);
    }
  }

  private static int best(double[] logits, int except) {
    int best = except == 0 ? 1 : 0;
    for (int i = 0; i < logits.length; i++) {
      if (i != except && logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  private double[] read(int... tokens) {
    keys.clear();
    values.clear();
    for (int layer = 0; layer < config.layers(); layer++) {
      keys.add(new ArrayList<>());
      values.add(new ArrayList<>());
    }
    double[] logits = {};
    for (int token : tokens) {
      logits = step(token);
    }
    return logits;
  }

  private double[] step(int token) {
    String table = "model.embed_tokens.weight";
    double[] x = new double[config.hidden()];
    for (int i = 0; i < x.length; i++) {
      x[i] = tensors.get(table)[token * x.length + i];
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      String name = "model.layers." + layer + ".";
      add(x, attention(layer, name + "self_attn.", norm(x, name + "input_layernorm.weight")));
      add(x, feedForward(name + "mlp.", norm(x, name + "post_attention_layernorm.weight")));
    }
    return times(norm(x, "model.norm.weight"), config.tied() ? table : "lm_head.weight");
  }

  private double[] attention(int layer, String name, double[] x) {
    double[] query = times(x, name + "q_proj.weight");
    double[] key = times(x, name + "k_proj.weight");
    double[] value = times(x, name + "v_proj.weight");
    add(query, name + "q_proj.bias");
    add(key, name + "k_proj.bias");
    add(value, name + "v_proj.bias");
    int position = keys.get(layer).size();
    rotate(query, position);
    rotate(key, position);
    keys.get(layer).add(key);
    values.get(layer).add(value);
    double[] mixed = new double[query.length];
    for (int head = 0; head < config.heads(); head++) {
      mix(layer, head, query, mixed);
    }
    return times(mixed, name + "o_proj.weight");
  }

  /** Each pair (x_i, x_{i + D/2}) of every head turns by its position's angle. */
  private void rotate(double[] x, int position) {
    int dim = config.headDim();
    for (int i = 0; i < x.length; i++) {
      int pair = i % dim;
      if (pair < dim / 2) {
        double angle = position / Math.pow(config.ropeTheta(), 2.0 * pair / dim);
        double first = x[i];
        double second = x[i + dim / 2];
        x[i] = first * Math.cos(angle) - second * Math.sin(angle);
        x[i + dim / 2] = second * Math.cos(angle) + first * Math.sin(angle);
      }
    }
  }

  private void mix(int layer, int head, double[] query, double[] mixed) {
    int dim = config.headDim();
    int shared = head / (config.heads() / config.kvHeads());
    double[] shares = new double[keys.get(layer).size()];
    for (int past = 0; past < shares.length; past++) {
      for (int i = 0; i < dim; i++) {
        shares[past] += query[head * dim + i] * keys.get(layer).get(past)[shared * dim + i];
      }
      shares[past] /= Math.sqrt(dim);
    }
    double most = Arrays.stream(shares).max().orElseThrow();
    double total = Arrays.stream(shares).map(share -> Math.exp(share - most)).sum();
    for (int past = 0; past < shares.length; past++) {
      for (int i = 0; i < dim; i++) {
        mixed[head * dim + i] +=
            Math.exp(shares[past] - most) / total * values.get(layer).get(past)[shared * dim + i];
      }
    }
  }

  private double[] feedForward(String name, double[] x) {
    double[] gate = times(x, name + "gate_proj.weight");
    double[] up = times(x, name + "up_proj.weight");
    for (int i = 0; i < gate.length; i++) {
      gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
    }
    return times(gate, name + "down_proj.weight");
  }

  private double[] norm(double[] x, String scale) {
    double meanSquare = Arrays.stream(x).map(value -> value * value).sum() / x.length;
    double[] normal = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      normal[i] = x[i] / Math.sqrt(meanSquare + config.rmsEpsilon()) * tensors.get(scale)[i];
    }
    return normal;
  }

  /** A linear layer; its matrix is {@code [out, in]}. */
  private double[] times(double[] x, String name) {
    float[] matrix = tensors.get(name);
    double[] product = new double[matrix.length / x.length];
    for (int out = 0; out < product.length; out++) {
      for (int in = 0; in < x.length; in++) {
        product[out] += matrix[out * x.length + in] * x[in];
      }
    }
    return product;
  }

  private void add(double[] x, String name) {
    for (int i = 0; i < x.length; i++) {
      x[i] += tensors.get(name)[i];
    }
  }

  private static void add(double[] x, double[] more) {
    for (int i = 0; i < x.length; i++) {
      x[i] += more[i];
    }
  }
}
