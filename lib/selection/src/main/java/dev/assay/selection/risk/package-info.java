// SPDX-License-Identifier: Apache-2.0

/** How much evidence an answer needs, so that few verified answers are wrong. */
@NullMarked
package dev.assay.selection.risk;

import org.jspecify.annotations.NullMarked;
