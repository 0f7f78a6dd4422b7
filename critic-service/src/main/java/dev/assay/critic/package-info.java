// SPDX-License-Identifier: Apache-2.0

/** Judges solutions step by step, one model call each. */
@NullMarked
package dev.assay.critic;

import org.jspecify.annotations.NullMarked;
