// SPDX-License-Identifier: Apache-2.0

/** A model server that says what suits the question and takes exactly as long as it is told. */
@NullMarked
package dev.assay.lab.overhead.pace;

import org.jspecify.annotations.NullMarked;
