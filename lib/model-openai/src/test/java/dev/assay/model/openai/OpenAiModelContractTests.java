// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import dev.assay.model.Model;
import dev.assay.testing.ModelContract;
import org.junit.jupiter.api.AfterEach;

class OpenAiModelContractTests extends ModelContract {

  private static final String ANSWER = "6 is not prime.";

  private final ChatServer server = new ChatServer();
  private final OpenAiModel model = server.model();

  @AfterEach
  void close() {
    model.close();
    server.close();
  }

  @Override
  protected Model model() {
    server.answers(ANSWER);
    return model;
  }

  @Override
  protected Model stalled() {
    server.stalls();
    return model;
  }

  @Override
  protected String name() {
    return "tiny";
  }

  @Override
  protected String question() {
    return "Is 6 prime?";
  }

  @Override
  protected String answer() {
    return ANSWER;
  }
}
