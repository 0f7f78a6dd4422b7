// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.model.tensorflow.checkpoint.TinyFolder;
import dev.assay.model.tensorflow.checkpoint.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output matrix of its own, where the embedding table does not serve as one. */
class OutputMatrixTests {

  @TempDir Path folder;

  @Test
  void anUntiedOutputMatrixIsUsed() {
    TinyFolder tiny = new TinyFolder(folder);
    float[] tied = logits(tiny.write());
    float[] doubled = tiny.tensor("model.embed_tokens.weight").values();
    for (int i = 0; i < doubled.length; i++) {
      doubled[i] *= 2;
    }
    tiny.config("\"tie_word_embeddings\": true", "\"tie_word_embeddings\": false");
    tiny.tensor("lm_head.weight", TinyFolder.Tensor.floats(List.of(8, 4), doubled));

    float[] untied = logits(tiny.write());

    for (int i = 0; i < tied.length; i++) {
      assertThat(untied[i]).isCloseTo(2 * tied[i], within(1e-5f));
    }
  }

  private static float[] logits(Path folder) {
    try (Checkpoint checkpoint = Checkpoint.open(folder);
        Tokenizer tokenizer = checkpoint.tokenizer();
        TensorFlowDecoder decoder =
            TensorFlowDecoder.load(checkpoint.config(), checkpoint.weights())) {
      return decoder.logits(tokenizer.encode("abcdef"));
    }
  }
}
