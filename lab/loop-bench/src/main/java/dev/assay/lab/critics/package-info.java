// SPDX-License-Identifier: Apache-2.0

/**
 * How well a critic or a verifier finds the first wrong step, for {@code bench critics}: by the
 * rules of ProcessBench, OPV, MR-GSM8K and BIG-Bench-Mistake.
 */
@NullMarked
package dev.assay.lab.critics;

import org.jspecify.annotations.NullMarked;
