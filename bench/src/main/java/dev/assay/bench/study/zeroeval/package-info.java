// SPDX-License-Identifier: Apache-2.0

/** Recorded answers of many models to the same problems. */
@NullMarked
package dev.assay.bench.study.zeroeval;

import org.jspecify.annotations.NullMarked;
