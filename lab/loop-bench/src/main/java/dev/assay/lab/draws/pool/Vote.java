// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws.pool;

import org.jspecify.annotations.Nullable;

/**
 * A draft that takes part in nothing but a vote.
 *
 * @param answer as written, or null if the draft states none
 * @param calls it took: 2 where the first reply stated no answer
 */
public record Vote(@Nullable String answer, int calls) {}
