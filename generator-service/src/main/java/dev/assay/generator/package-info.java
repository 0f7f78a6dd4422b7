// SPDX-License-Identifier: Apache-2.0

/** Drafts solutions: plans N attempts for a problem, then one model call each. */
@NullMarked
package dev.assay.generator;

import org.jspecify.annotations.NullMarked;
