// SPDX-License-Identifier: Apache-2.0

/** Reads recorded outputs of real models from a folder; for studies and benches. */
@NullMarked
package dev.assay.lab.datasets;

import org.jspecify.annotations.NullMarked;
