// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.QuestionKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the configured model can be asked, and what it knows of a question by its form. */
public interface QuestionAcceptance {

  /**
   * Why the question is out of reach, or empty if it may be asked.
   *
   * @param reference the right answer, or null where nobody says
   */
  Optional<String> refusal(String question, @Nullable String reference);

  /** The kind of a question that may be asked, or empty if its form does not tell. */
  Optional<QuestionKind> kind(String question);
}
