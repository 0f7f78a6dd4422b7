// SPDX-License-Identifier: Apache-2.0

/** Rewrites flawed solutions with the critique in hand, one model call each. */
@NullMarked
package dev.assay.refine;

import org.jspecify.annotations.NullMarked;
