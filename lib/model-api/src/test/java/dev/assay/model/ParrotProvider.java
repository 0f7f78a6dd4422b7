// SPDX-License-Identifier: Apache-2.0
package dev.assay.model;

import dev.assay.model.Reply.Finish;
import java.util.Set;

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
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public Reply complete(CompletionRequest request) {
      requireAble(request);
      return new Reply(request.prompt().text(), Finish.STOP, 1, 1);
    }
  }
}
