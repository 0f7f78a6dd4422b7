// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A model folder with the smallest decoder there is, to be spoilt one way or another. */
public final class TinyFolder {

  public static final String CONFIG =
      """
      {"architectures": ["Qwen2ForCausalLM"], "vocab_size": 8, "hidden_size": 4,
       "intermediate_size": 6, "num_hidden_layers": 1, "num_attention_heads": 2,
       "num_key_value_heads": 1, "max_position_embeddings": 32, "rope_theta": 10000.0,
       "rms_norm_eps": 1e-06, "tie_word_embeddings": true, "hidden_act": "silu",
       "eos_token_id": 7}
      """;

  public static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": null, "post_processor": null, "decoder": {"type": "Fuse"},
       "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "[\\\\s\\\\S]"},
                         "behavior": "Isolated", "invert": false},
       "model": {"type": "WordLevel", "unk_token": "_",
                 "vocab": {"_": 0, "a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, ".": 7}}}
      """;

  private static final String LAYER = "model.layers.0.";

  private final Path path;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private String config = CONFIG;
  private String tokenizer = TOKENIZER;

  /** A tensor to be written; its bytes need not fit its shape. */
  public record Tensor(String dtype, List<Integer> shape, byte[] bytes) {

    public static Tensor floats(List<Integer> shape, float... values) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      for (float value : values) {
        bytes.putFloat(value);
      }
      return new Tensor("F32", shape, bytes.array());
    }

    public float[] values() {
      float[] values = new float[bytes.length / 4];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      return values;
    }
  }

  public TinyFolder(Path path) {
    this.path = path;
    Random random = new Random(1);
    shapes().forEach((name, shape) -> tensors.put(name, random(shape, random)));
  }

  private static Map<String, List<Integer>> shapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>();
    shapes.put("model.embed_tokens.weight", List.of(8, 4));
    shapes.put("model.norm.weight", List.of(4));
    shapes.put(LAYER + "input_layernorm.weight", List.of(4));
    shapes.put(LAYER + "post_attention_layernorm.weight", List.of(4));
    shapes.put(LAYER + "self_attn.q_proj.weight", List.of(4, 4));
    shapes.put(LAYER + "self_attn.q_proj.bias", List.of(4));
    shapes.put(LAYER + "self_attn.k_proj.weight", List.of(2, 4));
    shapes.put(LAYER + "self_attn.k_proj.bias", List.of(2));
    shapes.put(LAYER + "self_attn.v_proj.weight", List.of(2, 4));
    shapes.put(LAYER + "self_attn.v_proj.bias", List.of(2));
    shapes.put(LAYER + "self_attn.o_proj.weight", List.of(4, 4));
    shapes.put(LAYER + "mlp.gate_proj.weight", List.of(6, 4));
    shapes.put(LAYER + "mlp.up_proj.weight", List.of(6, 4));
    shapes.put(LAYER + "mlp.down_proj.weight", List.of(4, 6));
    return shapes;
  }

  private static Tensor random(List<Integer> shape, Random random) {
    float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.floats(shape, values);
  }

  public TinyFolder config(String from, String to) {
    config = replaced(config, from, to);
    return this;
  }

  public TinyFolder tokenizer(String from, String to) {
    tokenizer = replaced(tokenizer, from, to);
    return this;
  }

  private static String replaced(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalArgumentException(from + " is not in " + text);
    }
    return text.replace(from, to);
  }

  public Tensor tensor(String name) {
    return tensors.get(name);
  }

  public TinyFolder tensor(String name, Tensor tensor) {
    tensors.put(name, tensor);
    return this;
  }

  public TinyFolder without(String tensor) {
    tensors.remove(tensor);
    return this;
  }

  /** Writes every weight in two bytes instead of four. */
  public TinyFolder halved(String dtype) {
    tensors.replaceAll((_, tensor) -> halved(dtype, tensor));
    return this;
  }

  private static Tensor halved(String dtype, Tensor tensor) {
    float[] values = tensor.values();
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort(
          dtype.equals("F16")
              ? Float.floatToFloat16(value)
              : (short) (Float.floatToRawIntBits(value) >>> 16));
    }
    return new Tensor(dtype, tensor.shape(), bytes.array());
  }

  /** Writes all three files. */
  public Path write() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    String header =
        tensors.entrySet().stream()
            .map(entry -> header(entry.getKey(), entry.getValue(), data))
            .collect(Collectors.joining(",", "{", "}"));
    write("config.json", config.getBytes());
    write("tokenizer.json", tokenizer.getBytes());
    write("model.safetensors", safetensors(header.getBytes().length, header, data.toByteArray()));
    return path;
  }

  private static String header(String name, Tensor tensor, ByteArrayOutputStream data) {
    int begin = data.size();
    data.writeBytes(tensor.bytes());
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, tensor.dtype(), tensor.shape(), begin, data.size());
  }

  /** Writes a weight file of one's own making beside a good configuration. */
  public Path write(long headerLength, String header, byte[] data) {
    write();
    write("model.safetensors", safetensors(headerLength, header, data));
    return path;
  }

  private static byte[] safetensors(long headerLength, String header, byte[] data) {
    byte[] text = header.getBytes();
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(headerLength)
        .put(text)
        .put(data)
        .array();
  }

  /** Cuts the weight file short. */
  public Path writeTruncated(int bytes) {
    write();
    try {
      byte[] all = Files.readAllBytes(path.resolve("model.safetensors"));
      write("model.safetensors", Arrays.copyOf(all, bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  private void write(String file, byte[] bytes) {
    try {
      Files.write(path.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
