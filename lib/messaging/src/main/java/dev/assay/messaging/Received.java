// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;

/** A record and the event in it. */
record Received<E extends Event>(RawRecord record, E event) {

  /** What follows from the event is caused by the event itself, whatever a header calls it. */
  Envelope envelope() {
    String causedBy = record.headers().get(Envelope.CAUSED_BY);
    return Envelope.of(event, causedBy, record.headers());
  }
}
