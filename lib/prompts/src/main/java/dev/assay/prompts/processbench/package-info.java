// SPDX-License-Identifier: Apache-2.0

/** The format of the ProcessBench benchmark, in which models of all kinds were measured. */
@NullMarked
package dev.assay.prompts.processbench;

import org.jspecify.annotations.NullMarked;
