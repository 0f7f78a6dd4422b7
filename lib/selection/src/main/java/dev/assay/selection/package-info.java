// SPDX-License-Identifier: Apache-2.0

/**
 * Chooses among the answers of a problem: pure functions of the evidence, the policy and a time.
 */
@NullMarked
package dev.assay.selection;

import org.jspecify.annotations.NullMarked;
