// SPDX-License-Identifier: Apache-2.0

/** What tests of several modules share. On no class path but those of tests. */
@NullMarked
package dev.assay.testing;

import org.jspecify.annotations.NullMarked;
