// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import dev.assay.messaging.Delivery;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.Tried;
import dev.assay.messaging.ledger.PartitionLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of work on its way through this process. */
final class TaskInHand implements Delivery {

  private final RawRecord record;
  private final PartitionLedger ledger;
  private final int partition;
  private final long offset;
  private final Instant published;
  private final String line;
  private final Optional<Instant> due;
  private Tried tried;

  /** How long it is to wait before it is handed over again; null where it is done with. */
  private @Nullable Duration delay;

  private boolean first = true;
  private int failures;

  TaskInHand(ConsumerRecord<byte[], byte @Nullable []> read, PartitionLedger ledger) {
    this.record = RawRecord.of(read);
    this.ledger = ledger;
    this.partition = read.partition();
    this.offset = read.offset();
    this.published = Instant.ofEpochMilli(read.timestamp());
    this.line = record.problem();
    this.tried = Tried.of(record);
    this.due = Tried.due(record);
  }

  @Override
  public RawRecord record() {
    return record;
  }

  @Override
  public Tried tried() {
    return tried;
  }

  @Override
  public void postpone(Duration wait, Tried so) {
    delay = wait;
    tried = so;
  }

  @Override
  public boolean first() {
    return first;
  }

  /** How long it is to wait for its next try, once; null if it is done with. */
  @Nullable Duration takeDelay() {
    Duration taken = delay;
    delay = null;
    first = false;
    return taken;
  }

  /** Counts that handing it over failed, for whatever reason that is none of its own. */
  int fail() {
    first = false;
    return ++failures;
  }

  PartitionLedger ledger() {
    return ledger;
  }

  /** On whose behalf it is: its problem's. */
  String line() {
    return line;
  }

  /** When it is due; empty where it is at once. */
  Optional<Instant> due() {
    return due;
  }

  String topic() {
    return record.topic();
  }

  int partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  /** Since when it could be worked: the broker has it, and it is due. */
  Instant waitsSince() {
    return due.filter(at -> at.isAfter(published)).orElse(published);
  }

  int bytes() {
    return record.bytes();
  }
}
