// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import org.jspecify.annotations.Nullable;

/**
 * What a caller hands in; as JSON, the body of the request.
 *
 * @param kind of question, by a label of the caller's; null leaves it to the server, which may know
 * @param reference the right answer, for a verifier that judges against one; null for none
 */
public record QuestionRequest(
    String question,
    @Nullable QuestionKind kind,
    @Nullable String reference,
    PolicyOverrides policy) {

  /** Without the right answer. */
  public QuestionRequest(String question, @Nullable QuestionKind kind, PolicyOverrides policy) {
    this(question, kind, null, policy);
  }
}
