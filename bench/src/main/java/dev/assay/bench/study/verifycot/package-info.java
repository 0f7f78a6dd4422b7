// SPDX-License-Identifier: Apache-2.0

/** Chains of thought that a model checked and persons read. */
@NullMarked
package dev.assay.bench.study.verifycot;

import org.jspecify.annotations.NullMarked;
