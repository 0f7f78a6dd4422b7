// SPDX-License-Identifier: Apache-2.0

/** How accuracy grows with model calls, from a pool of everything that the models could draw. */
@NullMarked
package dev.assay.lab.curves;

import org.jspecify.annotations.NullMarked;
