// SPDX-License-Identifier: Apache-2.0

/** The ledger in PostgreSQL. */
@NullMarked
package dev.assay.verifier.out;

import org.jspecify.annotations.NullMarked;
