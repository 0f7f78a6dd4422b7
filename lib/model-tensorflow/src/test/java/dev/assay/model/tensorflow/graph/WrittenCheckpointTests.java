// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.tensorflow.ScalarDecoder;
import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.CheckpointWriter;
import dev.assay.model.tensorflow.checkpoint.ElementType;
import dev.assay.model.tensorflow.checkpoint.Tokenizer;
import dev.assay.model.tensorflow.checkpoint.TrainedWeights;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights that were written, loaded and run give what scalar arithmetic gives for the file. */
class WrittenCheckpointTests {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void aWrittenModelRuns(ElementType type) {
    TrainedWeights trained = TrainedWeights.random(false);
    CheckpointWriter.write(
        folder, trained.config(), TrainedWeights.VOCABULARY, trained.matrices(), type);

    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer tokenizer = checkpoint.tokenizer();
        TensorFlowDecoder decoder =
            TensorFlowDecoder.load(checkpoint.config(), checkpoint.weights())) {
      int[] tokens = tokenizer.encode("ab.a\"b_");
      assertThat(decoder.logits(tokens))
          .containsExactly(ScalarDecoder.open(folder).logits(tokens), within(1e-4f));
    }
  }
}
