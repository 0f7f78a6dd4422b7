// SPDX-License-Identifier: Apache-2.0

/** When two answers are the same answer. */
@NullMarked
package dev.assay.equality.answers;

import org.jspecify.annotations.NullMarked;
