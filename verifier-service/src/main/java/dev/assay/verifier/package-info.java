// SPDX-License-Identifier: Apache-2.0

/** Has final solutions verified, chooses among their answers, and settles problems. */
@NullMarked
package dev.assay.verifier;

import org.jspecify.annotations.NullMarked;
