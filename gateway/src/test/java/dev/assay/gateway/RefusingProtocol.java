// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import dev.assay.contracts.QuestionKind;
import dev.assay.prompts.Protocol;
import java.util.Optional;

/** A protocol that reaches everything but poems, knows swaps, and is asked for nothing else. */
final class RefusingProtocol implements Protocol {

  @Override
  public String name() {
    return "refusing";
  }

  @Override
  public Optional<String> refusal(String question) {
    return question.contains("poem") ? Optional.of("the model writes no poems") : Optional.empty();
  }

  @Override
  public Optional<QuestionKind> kind(String question) {
    return question.contains("swap") ? Optional.of(new QuestionKind("swaps")) : Optional.empty();
  }
}
