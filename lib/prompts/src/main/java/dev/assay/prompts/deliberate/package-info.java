// SPDX-License-Identifier: Apache-2.0

/** Critiques that are criticised before they count, of any strong model. */
@NullMarked
package dev.assay.prompts.deliberate;

import org.jspecify.annotations.NullMarked;
