// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server;

import dev.assay.model.Model;
import dev.assay.model.openai.OpenAiModel;
import dev.assay.model.tensorflow.TensorFlowModel;
import dev.assay.model.tensorflow.TensorFlowModels;
import dev.assay.testing.ModelContract;
import dev.assay.testing.ScriptedModel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The embedded model as a worker finds it behind the server: nothing is lost on the way. */
class ServedModelContractTests extends ModelContract {

  private static TensorFlowModel weights;
  private static ServerFixture server;
  private static OpenAiModel model;
  private static OpenAiModel stalled;

  @BeforeAll
  static void serve() {
    weights = TensorFlowModels.open(Path.of("../model/weights/critic"), "critic");
    server = ServerFixture.serving(Map.of("critic", weights, "stalled", ScriptedModel.stalling()));
    model = server.model("critic");
    stalled = server.model("stalled");
  }

  @AfterAll
  static void close() {
    model.close();
    stalled.close();
    server.close();
    weights.close();
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
