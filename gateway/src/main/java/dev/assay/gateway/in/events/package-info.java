// SPDX-License-Identifier: Apache-2.0

/** Events in, for the record. */
@NullMarked
package dev.assay.gateway.in.events;

import org.jspecify.annotations.NullMarked;
