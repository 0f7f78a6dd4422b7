// SPDX-License-Identifier: Apache-2.0

/** Reads the free text of a model: what it thought, what it said, in which steps, to what end. */
@NullMarked
package dev.assay.prompts.reading;

import org.jspecify.annotations.NullMarked;
