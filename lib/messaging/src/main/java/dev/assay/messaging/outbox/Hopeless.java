// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

/**
 * A row of the outbox that can never be published.
 *
 * @param reason why
 */
record Hopeless(long id, String reason) {}
