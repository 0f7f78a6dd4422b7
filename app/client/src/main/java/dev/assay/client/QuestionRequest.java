// SPDX-License-Identifier: Apache-2.0
package dev.assay.client;

import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.QuestionKind;
import org.jspecify.annotations.Nullable;

/**
 * What a caller hands in; as JSON, the body of the request.
 *
 * @param kind of question, by a label of the caller's; null leaves it to the server, which may know
 */
public record QuestionRequest(
    String question, @Nullable QuestionKind kind, PolicyOverrides policy) {}
