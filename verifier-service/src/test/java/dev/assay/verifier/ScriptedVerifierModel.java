// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.model.Capability;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import java.util.Set;

/** Knows that the answer is 24, unless the question says what else is the matter with it. */
final class ScriptedVerifierModel implements Model {

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public Reply complete(CompletionRequest request) {
    requireAble(request);
    return new Reply(reply(request.prompt().text()), Finish.STOP, 7, 1);
  }

  private static String reply(String prompt) {
    if (prompt.contains("down")) {
      throw new TransientModelException("the reply ended in the middle", null, Spent.ONE_CALL);
    }
    if (prompt.contains("garbled")) {
      return "hm";
    }
    return prompt.contains("|24") ? "yes" : "no";
  }
}
