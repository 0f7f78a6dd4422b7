// SPDX-License-Identifier: Apache-2.0

/** The edges of the service: bindings and the clock. They decode and delegate; nothing thinks. */
@NullMarked
package dev.assay.verifier.in;

import org.jspecify.annotations.NullMarked;
