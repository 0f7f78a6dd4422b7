// SPDX-License-Identifier: Apache-2.0

/** Prompts in plain words for models that follow instructions, and the readers of their replies. */
@NullMarked
package dev.assay.prompts.general;

import org.jspecify.annotations.NullMarked;
