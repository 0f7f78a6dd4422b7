// SPDX-License-Identifier: Apache-2.0

/** Asks so many problems at a time, through the loop or without it. */
@NullMarked
package dev.assay.lab.overhead.load;

import org.jspecify.annotations.NullMarked;
