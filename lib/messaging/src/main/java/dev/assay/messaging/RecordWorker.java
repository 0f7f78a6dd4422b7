// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one record of stateless work to its end, whoever hands it over and in whatever order: it is
 * worked once, what follows is published, and then it is counted, and dead-lettered if it failed.
 * Safe for threads.
 */
final class RecordWorker<E extends Event> {

  private static final Logger LOG = LoggerFactory.getLogger(RecordWorker.class);

  private final RecordIntake<E> intake;
  private final Tries<E> tries;
  private final Publisher publisher;
  private final SettledProblems settled;
  private final RecentIds done = new RecentIds(10_000);
  private final Unpublished unpublished = new Unpublished();
  private final Map<String, CompletableFuture<@Nullable Void>> underWay = new ConcurrentHashMap<>();

  RecordWorker(
      RecordIntake<E> intake, Tries<E> tries, Publisher publisher, SettledProblems settled) {
    this.intake = intake;
    this.tries = tries;
    this.publisher = publisher;
    this.settled = settled;
  }

  /**
   * Works the record on the calling thread and returns when its offset may be committed.
   *
   * @throws RuntimeException if it may not: the broker is away or the process is stopping, and the
   *     record is to be delivered again
   */
  void work(Received<E> received) {
    String id = received.event().eventId();
    CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    // A duplicate beside it would buy the call twice, and must not be done with before the first
    // is: that one may not come again.
    for (var other = underWay.putIfAbsent(id, end);
        other != null;
        other = underWay.putIfAbsent(id, end)) {
      other.join();
    }
    try {
      workOnce(id, received);
    } finally {
      underWay.remove(id);
      end.complete(null);
    }
  }

  private void workOnce(String id, Received<E> received) {
    // A duplicate's outputs are on the broker already.
    if (settled.contains(received.event().problemId()) || done.contains(id)) {
      intake.skipped(received.record());
      unpublished.remove(id);
      return;
    }
    WorkResult before = unpublished.find(id);
    WorkResult result = before == null ? tries.work(received.event()) : before;
    try {
      finish(received, result);
    } catch (RuntimeException e) {
      unpublished.add(id, result);
      throw e;
    }
    unpublished.remove(id);
    done.add(id);
  }

  private void finish(Received<E> received, WorkResult result) {
    UnsendableException refusal = publish(received, result);
    if (refusal == null) {
      count(received.record(), result);
      return;
    }
    WorkResult instead = tries.unsendable(received.event(), result.outputs(), refusal);
    if (publish(received, instead) != null) {
      LOG.error("nobody can be told that {} failed", received.event().eventId());
    }
    count(received.record(), instead);
  }

  /** Why one of the outputs can never be sent, or null if the broker has them all. */
  private @Nullable UnsendableException publish(Received<E> cause, WorkResult result) {
    Envelope envelope = cause.envelope();
    try {
      for (Event output : result.outputs()) {
        publisher.publish(RawRecord.of(output, envelope.followedBy(output)));
      }
      return null;
    } catch (UnsendableException e) {
      return e;
    }
  }

  private void count(RawRecord record, WorkResult result) {
    switch (result.countedAs()) {
      case WORKED -> intake.worked(record);
      case SKIPPED -> intake.skipped(record);
      case FAILED -> intake.failed(record, result.reason());
    }
  }
}
