// SPDX-License-Identifier: Apache-2.0

/** How much work waits on the task topics, and for how long: what scaling and shedding go by. */
@NullMarked
package dev.assay.messaging.backlog;

import org.jspecify.annotations.NullMarked;
