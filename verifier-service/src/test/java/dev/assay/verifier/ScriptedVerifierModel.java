// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.model.Completion;
import dev.assay.model.Completion.Finish;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.TransientModelException;
import java.util.List;
import java.util.function.Consumer;

/** Knows that the answer is 24, unless the question says what else is the matter with it. */
final class ScriptedVerifierModel implements Model {

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> tokens) {
    return new Completion(reply(request.prompt()), List.of(), 7, 1, Finish.STOP);
  }

  private static String reply(String prompt) {
    if (prompt.contains("down")) {
      throw new TransientModelException("connection refused");
    }
    if (prompt.contains("garbled")) {
      return "hm";
    }
    return prompt.contains("|24") ? "yes" : "no";
  }
}
