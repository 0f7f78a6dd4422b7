// SPDX-License-Identifier: Apache-2.0

/** How sure a measured figure is; for everything here that measures. */
@NullMarked
package dev.assay.lab.statistics;

import org.jspecify.annotations.NullMarked;
