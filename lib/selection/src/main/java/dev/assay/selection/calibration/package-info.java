// SPDX-License-Identifier: Apache-2.0

/** How sure to be of an answer, learned from answers whose truth is known. */
@NullMarked
package dev.assay.selection.calibration;

import org.jspecify.annotations.NullMarked;
