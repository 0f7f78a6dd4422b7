// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Event;
import java.time.Instant;

/**
 * An event as it was recorded.
 *
 * @param seq 1 for the first of its problem, then one more for each
 */
public record RecordedEvent(long seq, Instant recordedAt, Event event) {}
