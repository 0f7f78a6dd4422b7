// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.messaging.Envelope;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.UnsendableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Rows on their way to a broker that answers when it is told to. */
class DeparturesTests {

  private final List<RawRecord> sent = new ArrayList<>();
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();
  private final Departures departures =
      new Departures(
          record -> {
            sent.add(record);
            answers.add(new CompletableFuture<>());
            return answers.getLast();
          });

  @Test
  void aRowIsToBeDeletedWhenTheBrokerHasItAndTheFirstOneHasSomebodyLook() {
    assertThat(depart(1, 10)).isTrue();
    assertThat(depart(2, 10)).isFalse();

    assertThat(departures.arrived()).isEmpty();
    answers.getLast().complete(null);

    assertThat(departures.arrived()).containsExactly(2L);
    assertThat(departures.all()).containsExactlyInAnyOrder(1L, 2L);
    departures.forget(List.of(2L));
    assertThat(departures.all()).containsExactly(1L);
    assertThat(departures.takeLeft()).isFalse();
  }

  @Test
  void whatTheBrokerWillNeverTakeIsHopeless() {
    depart(1, 10);

    answers.getFirst().completeExceptionally(new UnsendableException("too large"));

    assertThat(departures.hopeless()).singleElement().isEqualTo(new Hopeless(1, "too large"));
    assertThat(departures.arrived()).isEmpty();
    assertThat(departures.takeLeft()).isFalse();
  }

  @Test
  void whileTheBrokerIsAwayRowsAreLeftAndNobodyWaits() {
    depart(1, 10);

    answers.getFirst().completeExceptionally(new IllegalStateException("away"));
    depart(2, 10);

    assertThat(sent).hasSize(1);
    assertThat(departures.all()).isEmpty();
    assertThat(departures.takeLeft()).isTrue();
    assertThat(departures.takeLeft()).isFalse();
  }

  @Test
  void noMoreAreUnderWayThanABoundOfBytesButForASingleOne() {
    depart(1, 9 << 20);
    depart(2, 10);
    answers.getFirst().complete(null);
    depart(3, 10);

    assertThat(sent).extracting(record -> record.body().length).containsExactly(9 << 20, 10);
    assertThat(departures.all()).containsExactlyInAnyOrder(1L, 3L);
    assertThat(departures.takeLeft()).isTrue();
  }

  @Test
  void rowsOfATransactionThatDoesNotCommitAreNobodys() {
    departures.announce(List.of(1L, 2L));
    assertThat(departures.all()).containsExactlyInAnyOrder(1L, 2L);

    departures.cancel(List.of(1L, 2L));

    assertThat(departures.all()).isEmpty();
  }

  private boolean depart(long id, int bytes) {
    NewRow row =
        new NewRow(
            "subject",
            new Envelope("id", "type", null, null, null),
            new RawRecord("attempts", new byte[0], new byte[bytes], Map.of()));
    return departures.depart(List.of(id), List.of(row));
  }
}
