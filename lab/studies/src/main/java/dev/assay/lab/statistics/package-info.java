// SPDX-License-Identifier: Apache-2.0

/** How sure a measured figure is. */
@NullMarked
package dev.assay.lab.statistics;

import org.jspecify.annotations.NullMarked;
