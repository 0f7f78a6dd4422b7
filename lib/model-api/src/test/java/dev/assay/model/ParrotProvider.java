// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.model.Completion.Finish;
import java.util.List;
import java.util.function.Consumer;

/** The smallest kind of model: it says what it was asked. Named in this module's test resources. */
public final class ParrotProvider implements ModelProvider {

  @Override
  public String name() {
    return "parrot";
  }

  @Override
  public boolean fits(ModelSource source) {
    return false;
  }

  @Override
  public Model open(ModelSource source) {
    return new Parrot(name());
  }

  /** Repeats the prompt. */
  record Parrot(String name) implements Model {

    @Override
    public Completion complete(CompletionRequest request, Consumer<String> tokens) {
      return new Completion(request.prompt(), List.of(), 1, 1, Finish.STOP);
    }
  }
}
