// SPDX-License-Identifier: Apache-2.0

/** The formulas of the rules, over sums: wherever the evidence comes from, they are the same. */
@NullMarked
package dev.assay.selection.scoring;

import org.jspecify.annotations.NullMarked;
