// SPDX-License-Identifier: Apache-2.0

/** How the embedded models are made: recipes, what they learn from, and how good they got. */
@NullMarked
package dev.assay.embedded.model.recipe;

import org.jspecify.annotations.NullMarked;
