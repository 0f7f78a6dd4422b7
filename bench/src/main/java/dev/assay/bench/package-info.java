// SPDX-License-Identifier: Apache-2.0

/** Measures judgement and selection on recorded outputs of real models, without calling one. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
