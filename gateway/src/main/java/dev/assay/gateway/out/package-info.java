// SPDX-License-Identifier: Apache-2.0

/** PostgreSQL behind the core's ports. */
@NullMarked
package dev.assay.gateway.out;

import org.jspecify.annotations.NullMarked;
