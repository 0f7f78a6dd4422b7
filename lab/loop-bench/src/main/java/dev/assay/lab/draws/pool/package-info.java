// SPDX-License-Identifier: Apache-2.0

/**
 * What the models wrote and judged, kept in a file so that it is paid for once: all that the curves
 * need to know of drawing.
 */
@NullMarked
package dev.assay.lab.draws.pool;

import org.jspecify.annotations.NullMarked;
