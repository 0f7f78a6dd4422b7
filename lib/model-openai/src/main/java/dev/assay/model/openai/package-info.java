// SPDX-License-Identifier: Apache-2.0

/** The Model port over HTTP: any server that speaks OpenAI's chat completions. */
@NullMarked
package dev.assay.model.openai;

import org.jspecify.annotations.NullMarked;
