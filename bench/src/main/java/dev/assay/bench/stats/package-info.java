// SPDX-License-Identifier: Apache-2.0

/** How sure a measured figure is. */
@NullMarked
package dev.assay.bench.stats;

import org.jspecify.annotations.NullMarked;
