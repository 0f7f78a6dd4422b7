// SPDX-License-Identifier: Apache-2.0

/** How much work waits, and for how long. */
@NullMarked
package dev.assay.messaging.backlog;

import org.jspecify.annotations.NullMarked;
