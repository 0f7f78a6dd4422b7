// SPDX-License-Identifier: Apache-2.0

/** Reads recorded outputs of real models from a folder. */
@NullMarked
package dev.assay.bench.data;

import org.jspecify.annotations.NullMarked;
