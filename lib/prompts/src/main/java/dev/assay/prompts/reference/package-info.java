// SPDX-License-Identifier: Apache-2.0

/** Answers judged against the right one, and against each other. */
@NullMarked
package dev.assay.prompts.reference;

import org.jspecify.annotations.NullMarked;
