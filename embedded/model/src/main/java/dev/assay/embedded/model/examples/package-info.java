// SPDX-License-Identifier: Apache-2.0

/** What the embedded models are trained on: questions, their one right derivation, its spelling. */
@NullMarked
package dev.assay.embedded.model.examples;

import org.jspecify.annotations.NullMarked;
