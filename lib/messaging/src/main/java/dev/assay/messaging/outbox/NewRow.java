// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Topic;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.RawRecord;

/**
 * What a transaction that is under way leaves to be published. The event is written once: the bytes
 * that go into the table are those that go to the broker.
 */
record NewRow(String subject, Envelope envelope, RawRecord record) {

  static NewRow of(Event event, Envelope envelope) {
    String topic = Topic.of(event).name();
    String subject = event.subject();
    return new NewRow(
        subject,
        envelope,
        new RawRecord(
            topic, RawRecord.key(topic, subject), EventCodec.encode(event), envelope.headers()));
  }
}
