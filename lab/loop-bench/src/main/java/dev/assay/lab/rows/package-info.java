// SPDX-License-Identifier: Apache-2.0

/** Files that a measurement grows by a line at a time, so that it can go on where it stopped. */
@NullMarked
package dev.assay.lab.rows;

import org.jspecify.annotations.NullMarked;
