// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import dev.assay.contracts.PolicyOverrides;
import org.jspecify.annotations.Nullable;

/**
 * A question, as a caller brings it.
 *
 * @param kind what kind of question it is, by a label of the caller's
 * @param reference the right answer, for a verifier that judges against one
 * @param policy the fields that are to differ from the default policy
 */
record SubmitRequest(
    @Nullable String question,
    @Nullable String kind,
    @Nullable String reference,
    @Nullable PolicyOverrides policy) {}
