// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.model.Reply;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.VerifyingProtocol;
import java.util.Optional;

/** Asks for "yes" or "no". */
final class ScriptedProtocol implements VerifyingProtocol {

  private static final String WORD = "yes or no";

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Optional<String> refusal(String question) {
    return Optional.empty();
  }

  @Override
  public Reading<Verdict> verify(String question, Solution outcome) {
    return Reading.ask("a verdict", question + "|" + outcome.answer(), ScriptedProtocol::verdict);
  }

  private static Reading<Verdict> verdict(Reply reply) {
    return switch (reply.text()) {
      case "yes" -> new Read<>(new Correct(1), WORD);
      case "no" -> new Read<>(new FirstError(0, "no"), WORD);
      default -> new Unreadable<>("neither yes nor no", WORD, reply);
    };
  }
}
