// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.messaging.ledger.PartitionLedger.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartitionLedgerTests {

  private static final Instant AT = Instant.ofEpochMilli(1_000);

  private final PartitionLedger ledger = new PartitionLedger(CommitNote.of(100));

  @Test
  void theLowestThatIsNotDoneWithIsCommittedWithThoseAboveIt() {
    take(100, 105);

    ledger.finish(101);
    ledger.finish(103);
    ledger.finish(104);

    CommitNote note = ledger.commit();
    assertThat(note.next()).isEqualTo(100);
    assertThat(note.finished()).hasToString("{101=102, 103=105}");

    ledger.finish(100);

    assertThat(ledger.changed()).isTrue();
    assertThat(ledger.commit().next()).isEqualTo(102);
    assertThat(ledger.changed()).isFalse();
  }

  @Test
  void whoeverComesNextIsNotHandedWhatIsDoneWith() {
    take(100, 105);
    ledger.finish(102);
    ledger.finish(104);

    PartitionLedger next = new PartitionLedger(CommitNote.read(100, ledger.commit().text()));

    assertThat(taken(next, 100, 106))
        .containsExactly(
            Taken.FRESH, Taken.FRESH, Taken.FINISHED, Taken.FRESH, Taken.FINISHED, Taken.FRESH);
  }

  @Test
  void offsetsThatDoNotExistHoldUpNothing() {
    assertThat(ledger.take(103, AT)).isEqualTo(Taken.FRESH);
    assertThat(ledger.take(110, AT)).isEqualTo(Taken.FRESH);

    ledger.finish(103);

    assertThat(ledger.commit().next()).isEqualTo(110);
  }

  @Test
  void whatIsBegunIsLentWhenThePartitionIsHandedOver() {
    take(100, 103);
    ledger.begin(101);

    CommitNote last = ledger.handOver();

    assertThat(last.lent()).hasToString("{101=102}");
    assertThat(ledger.stillBegun().isEmpty()).isFalse();
    assertThat(ledger.finish(101)).as("its new owner is to hear of it").isFalse();
    assertThat(ledger.stillBegun().isEmpty()).isTrue();
    PartitionLedger next = new PartitionLedger(CommitNote.read(100, last.text()));
    assertThat(taken(next, 100, 103)).containsExactly(Taken.FRESH, Taken.LENT, Taken.FRESH);
  }

  @Test
  void whatIsLentStaysSoHoweverOftenThePartitionMoves() {
    take(100, 102);
    ledger.begin(100);
    PartitionLedger second = new PartitionLedger(ledger.handOver());
    assertThat(taken(second, 100, 102)).containsExactly(Taken.LENT, Taken.FRESH);
    second.begin(101);

    PartitionLedger third = new PartitionLedger(second.handOver());

    assertThat(taken(third, 100, 102)).containsExactly(Taken.LENT, Taken.LENT);
    third.finish(100);
    third.finish(101);
    assertThat(third.commit().next()).isEqualTo(102);
    assertThat(third.commit().lent().isEmpty()).isTrue();
  }

  @Test
  void theOldestThatNobodyHasBegunIsTold() {
    ledger.take(100, AT);
    ledger.take(101, AT.plusMillis(5));
    assertThat(ledger.commit().oldest()).contains(AT);

    ledger.begin(100);
    assertThat(ledger.commit().oldest()).contains(AT.plusMillis(5));

    ledger.begin(101);
    // The last commit said so, and somebody may believe it.
    assertThat(ledger.waits()).isTrue();
    assertThat(ledger.commit().oldest()).isEmpty();
    assertThat(ledger.waits()).isFalse();
  }

  /** Whatever the order, and however often a process dies between two commits. */
  @Test
  void nothingIsLostAndNothingThatWasCommittedIsHandedOverAgain() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      PartitionLedger living = new PartitionLedger(CommitNote.of(0));
      List<Long> done = new ArrayList<>();
      for (int life = 0; life < 6; life++) {
        List<Long> hand = new ArrayList<>();
        for (long offset = living.commit().next(); offset < 200; offset++) {
          if (living.take(offset, AT) != Taken.FINISHED) {
            hand.add(offset);
          }
        }
        assertThat(hand).noneMatch(done::contains);
        Collections.shuffle(hand, random);
        for (long offset : hand.subList(0, hand.size() / 2)) {
          living.begin(offset);
          living.finish(offset);
          done.add(offset);
        }
        CommitNote note = living.commit();
        living = new PartitionLedger(CommitNote.read(note.next(), note.text()));
      }
      assertThat(done).doesNotHaveDuplicates();
    }
  }

  private void take(long first, long end) {
    assertThat(taken(ledger, first, end)).containsOnly(Taken.FRESH);
  }

  private static List<Taken> taken(PartitionLedger by, long first, long end) {
    List<Taken> taken = new ArrayList<>();
    for (long offset = first; offset < end; offset++) {
      taken.add(by.take(offset, AT));
    }
    return taken;
  }
}
