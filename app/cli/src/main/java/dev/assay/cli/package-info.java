// SPDX-License-Identifier: Apache-2.0

/** The command line: what {@code ./assay} does. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
