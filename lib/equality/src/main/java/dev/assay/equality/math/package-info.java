// SPDX-License-Identifier: Apache-2.0

/** Formulas as people and models write them: read, evaluated exactly, compared within bounds. */
@NullMarked
package dev.assay.equality.math;

import org.jspecify.annotations.NullMarked;
