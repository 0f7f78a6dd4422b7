// SPDX-License-Identifier: Apache-2.0

/** What the service decides: plain Java, no Spring, clock or I/O. */
@NullMarked
package dev.assay.refine.core;

import org.jspecify.annotations.NullMarked;
