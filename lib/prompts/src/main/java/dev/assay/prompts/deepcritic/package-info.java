// SPDX-License-Identifier: Apache-2.0

/** The format of the DeepCritic checkpoints. */
@NullMarked
package dev.assay.prompts.deepcritic;

import org.jspecify.annotations.NullMarked;
