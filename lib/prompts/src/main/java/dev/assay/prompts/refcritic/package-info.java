// SPDX-License-Identifier: Apache-2.0

/**
 * Solutions judged as a whole, with suggestions for who writes them anew, in the style of
 * RefCritic.
 */
@NullMarked
package dev.assay.prompts.refcritic;

import org.jspecify.annotations.NullMarked;
