// SPDX-License-Identifier: Apache-2.0

/** How evenly replicas of a worker share calls of which some are slow. */
@NullMarked
package dev.assay.lab.overhead.spread;

import org.jspecify.annotations.NullMarked;
