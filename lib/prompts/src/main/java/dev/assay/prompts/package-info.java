// SPDX-License-Identifier: Apache-2.0

/**
 * How models are asked, and how their replies are read: the words of the model port, and no model
 * in sight.
 */
@NullMarked
package dev.assay.prompts;

import org.jspecify.annotations.NullMarked;
