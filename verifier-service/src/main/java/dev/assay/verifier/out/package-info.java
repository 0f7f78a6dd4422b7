// SPDX-License-Identifier: Apache-2.0

/** The evidence in PostgreSQL. */
@NullMarked
package dev.assay.verifier.out;

import org.jspecify.annotations.NullMarked;
