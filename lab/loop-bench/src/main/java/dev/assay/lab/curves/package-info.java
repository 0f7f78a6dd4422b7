// SPDX-License-Identifier: Apache-2.0

/**
 * How accuracy grows with model calls, for {@code bench scaling}: computed from a pool of
 * everything that the models could draw, without a model.
 */
@NullMarked
package dev.assay.lab.curves;

import org.jspecify.annotations.NullMarked;
