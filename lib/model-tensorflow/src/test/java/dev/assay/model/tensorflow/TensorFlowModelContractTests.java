// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow;

import dev.assay.model.Model;
import dev.assay.model.tensorflow.checkpoint.Checkpoint;
import dev.assay.testing.ModelContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The embedded model, with its real weights; it stalls where its decoder is not let go on. */
class TensorFlowModelContractTests extends ModelContract {

  private static TensorFlowModel model;

  private final GatedDecoder gated = new GatedDecoder();
  private final TensorFlowModel stalled = stalled(gated);

  @BeforeAll
  static void open() {
    model = TensorFlowModels.open(EmbeddedModels.FOLDER, "critic");
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @AfterEach
  void end() {
    gated.let(1_000);
    stalled.close();
  }

  private static TensorFlowModel stalled(GatedDecoder decoder) {
    try (Checkpoint checkpoint = Checkpoint.open(EmbeddedModels.FOLDER)) {
      Engine engine = Engine.start("critic", decoder, TensorFlowOptions.defaults());
      SharedEngine shared = new SharedEngine(checkpoint.config(), checkpoint.tokenizer(), engine);
      return new TensorFlowModel("critic", shared, shared::close);
    }
  }

  @Override
  protected Model model() {
    return model;
  }

  @Override
  protected Model stalled() {
    return stalled;
  }

  @Override
  protected String name() {
    return "critic";
  }

  @Override
  protected String question() {
    return "S(-1+2+9*5)-(-2+-4+-4*-7)>";
  }

  /** Numbers units first. */
  @Override
  protected String answer() {
    return "a9*5=54b-1+2=1c1+54=64d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42";
  }
}
