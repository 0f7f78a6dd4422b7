// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.DecoderConfig;
import dev.assay.model.tensorflow.checkpoint.Tokenizer;
import dev.assay.model.tensorflow.graph.Decoder;
import dev.assay.model.tensorflow.graph.TensorFlowDecoder;
import java.nio.file.Path;

/** A loaded model: what all the handles on one folder have in common. */
record SharedEngine(DecoderConfig config, Tokenizer tokenizer, Engine engine)
    implements AutoCloseable {

  static SharedEngine load(Path folder, TensorFlowOptions options) {
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      Tokenizer tokenizer = checkpoint.tokenizer();
      try {
        Decoder decoder = TensorFlowDecoder.load(checkpoint.config(), checkpoint.weights());
        Engine engine = Engine.start(String.valueOf(folder.getFileName()), decoder, options);
        return new SharedEngine(checkpoint.config(), tokenizer, engine);
      } catch (RuntimeException | Error e) {
        tokenizer.close();
        throw e;
      }
    }
  }

  @Override
  public void close() {
    engine.close();
    tokenizer.close();
  }
}
