// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitNoteTests {

  @Test
  void itIsReadAsItWasWritten() {
    OffsetRuns finished = new OffsetRuns();
    finished.add(105, 130);
    finished.add(140);
    OffsetRuns lent = new OffsetRuns();
    lent.add(101);
    CommitNote note =
        new CommitNote(
            100, finished, lent, Optional.of(Instant.ofEpochMilli(1_795_000_000_123L)), true);

    CommitNote read = CommitNote.read(100, note.text());

    assertThat(read.text()).isEqualTo(note.text());
    assertThat(read.finished()).hasToString("{105=130, 140=141}");
    assertThat(read.lent()).hasToString("{101=102}");
    assertThat(read.oldest()).isEqualTo(note.oldest());
    assertThat(read.handedOver()).isTrue();
  }

  @Test
  void oneOfABuildThatSaidLessIsReadAsFarAsItGoes() {
    CommitNote read = CommitNote.read(100, "a1;1795000000123;AQE;");

    assertThat(read.finished()).hasToString("{101=102}");
    assertThat(read.oldest()).contains(Instant.ofEpochMilli(1_795_000_000_123L));
    assertThat(read.handedOver()).isFalse();
  }

  /** A broker refuses more than 4,096 bytes by default, and with it the whole commit. */
  @Test
  void howeverScatteredItFitsIntoABrokersMetadata() {
    OffsetRuns finished = new OffsetRuns();
    OffsetRuns lent = new OffsetRuns();
    LongStream.range(0, 50_000)
        .forEach(
            i -> {
              finished.add(i * 300);
              lent.add(i * 300 + 100);
            });

    assertThat(new CommitNote(0, finished, lent, Optional.of(Instant.now()), true).text())
        .hasSizeLessThan(4_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "somebody else's", "a1;;", "a1;x;;", "a1;;!;", "b2;;;"})
  void whatSomebodyElseWroteSaysNothing(String text) {
    CommitNote read = CommitNote.read(7, text);

    assertThat(read.next()).isEqualTo(7);
    assertThat(read.finished().isEmpty()).isTrue();
    assertThat(read.lent().isEmpty()).isTrue();
    assertThat(read.oldest()).isEmpty();
  }

  @Test
  void aLaterBuildMayAddToIt() {
    assertThat(CommitNote.read(7, "a1;1000;;;more").oldest()).contains(Instant.ofEpochMilli(1_000));
  }
}
