// SPDX-License-Identifier: Apache-2.0

/**
 * Spends model calls one by one where they can still change the decision, and stops where they
 * cannot: pure functions of the evidence, the limits and a seed.
 */
@NullMarked
package dev.assay.selection.stopping;

import org.jspecify.annotations.NullMarked;
