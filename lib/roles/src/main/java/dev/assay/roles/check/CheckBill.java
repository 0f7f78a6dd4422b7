// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.check;

import dev.assay.contracts.Usage;
import dev.assay.model.CompletionRequest;
import dev.assay.model.Model;
import dev.assay.model.ModelException;
import dev.assay.model.Reply;
import dev.assay.model.Spent;

/** Makes the calls of a check and counts them: whoever checks a model pays for it. */
final class CheckBill {

  private Usage paid = Usage.NONE;

  Reply ask(Model model, CompletionRequest request) {
    try {
      Reply reply = model.complete(request);
      add(new Usage(1, reply.promptTokens(), reply.completionTokens(), 0));
      return reply;
    } catch (ModelException e) {
      Spent spent = e.spent();
      add(new Usage(spent.calls(), spent.promptTokens(), spent.completionTokens(), 0));
      throw e;
    }
  }

  synchronized void add(Usage usage) {
    paid = paid.plus(usage);
  }

  synchronized Usage paid() {
    return paid;
  }
}
