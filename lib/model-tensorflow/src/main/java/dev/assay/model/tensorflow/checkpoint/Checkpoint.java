// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An opened model folder: its configuration and tokenizer, and its weights until it is closed. The
 * tokenizer outlives the checkpoint and is the caller's to close.
 */
public final class Checkpoint implements AutoCloseable {

  private final DecoderConfig config;
  private final Tokenizer tokenizer;
  private final Safetensors file;
  private final Weights weights;

  private Checkpoint(DecoderConfig config, Tokenizer tokenizer, Safetensors file, Weights weights) {
    this.config = config;
    this.tokenizer = tokenizer;
    this.file = file;
    this.weights = weights;
  }

  /**
   * Reads and checks everything but the weights' values.
   *
   * @throws ModelLoadException if anything in the folder is not what a Qwen2 decoder needs
   */
  public static Checkpoint open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ModelLoadException(
          folder, "no such folder", "config.json, tokenizer.json and model.safetensors in it");
    }
    DecoderConfig config = DecoderConfigFile.read(folder);
    Safetensors file = Safetensors.open(folder.resolve("model.safetensors"));
    try {
      Weights weights = new Weights(config, file);
      return new Checkpoint(config, Tokenizer.read(folder, config), file, weights);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  public DecoderConfig config() {
    return config;
  }

  public Tokenizer tokenizer() {
    return tokenizer;
  }

  public Weights weights() {
    return weights;
  }

  @Override
  public void close() {
    file.close();
  }
}
