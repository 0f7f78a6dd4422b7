// SPDX-License-Identifier: Apache-2.0

/** The front door: HTTP in, events out, and a record of everything that was heard. */
@NullMarked
package dev.assay.gateway;

import org.jspecify.annotations.NullMarked;
