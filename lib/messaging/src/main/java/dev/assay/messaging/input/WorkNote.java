// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.ledger.OffsetRuns;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a process that has handed a partition over says to its new owner of the records that it
 * still works. It is a record of the partition itself, as that is the one thing that the new owner
 * reads for sure; nobody else minds it.
 *
 * @param offsets that it is about
 */
record WorkNote(Kind kind, OffsetRuns offsets) {

  private static final String KIND = "work-note";
  private static final String OFFSETS = "work-offsets";

  /** Longer than the text of as many offsets as a process can have in hand. */
  private static final int LONGEST = 65_536;

  /** For builds that know of no notes: they skip what they have no type for. */
  private static final byte[] BODY =
      "{\"type\":\"work.noted.v1\"}".getBytes(StandardCharsets.UTF_8);

  /** What is said. */
  enum Kind {
    /** They are still being worked. */
    HELD,
    /** They are done with. */
    DONE,
    /** They are not worked any more: somebody else is to. */
    RETURNED;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static WorkNote of(Kind kind, long offset) {
    OffsetRuns one = new OffsetRuns();
    one.add(offset);
    return new WorkNote(kind, one);
  }

  ProducerRecord<byte[], byte[]> record(String topic, int partition) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, partition, (byte[]) null, BODY);
    record.headers().add(KIND, bytes(kind.text()));
    record.headers().add(OFFSETS, bytes(offsets.text()));
    return record;
  }

  /** The note that a record is; empty where it is none. */
  static Optional<WorkNote> read(ConsumerRecord<byte[], byte @Nullable []> record) {
    Header kind = record.headers().lastHeader(KIND);
    Header offsets = record.headers().lastHeader(OFFSETS);
    return kind == null || offsets == null || offsets.value().length > LONGEST
        ? Optional.empty()
        : read(text(kind), text(offsets));
  }

  private static Optional<WorkNote> read(String said, String offsets) {
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(said)) {
        return OffsetRuns.read(offsets).map(runs -> new WorkNote(kind, runs));
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
