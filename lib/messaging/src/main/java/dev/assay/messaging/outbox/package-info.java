// SPDX-License-Identifier: Apache-2.0

/**
 * Events that are published if, and only if, the transaction that decided them commits: they are
 * written to the service's own {@code outbox} table and carried to the broker from there.
 */
@NullMarked
package dev.assay.messaging.outbox;

import org.jspecify.annotations.NullMarked;
