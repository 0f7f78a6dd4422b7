// SPDX-License-Identifier: Apache-2.0

/** Solutions judged as a whole by their final answer, in the style of Heimdall. */
@NullMarked
package dev.assay.prompts.heimdall;

import org.jspecify.annotations.NullMarked;
