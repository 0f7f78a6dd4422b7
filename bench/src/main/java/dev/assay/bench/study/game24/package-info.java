// SPDX-License-Identifier: Apache-2.0

/** A puzzle whose answers can be checked exactly. */
@NullMarked
package dev.assay.bench.study.game24;

import org.jspecify.annotations.NullMarked;
