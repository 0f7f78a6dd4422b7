// SPDX-License-Identifier: Apache-2.0

/**
 * What a step of a solution claims about numbers, and whether it is so: exact, no model, no GPU.
 */
@NullMarked
package dev.assay.claims;

import org.jspecify.annotations.NullMarked;
