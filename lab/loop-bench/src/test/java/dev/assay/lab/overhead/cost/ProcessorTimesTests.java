// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTimesTests {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "data-plane-kafk, BROKER",
    "kafka-1-raft-io, BROKER",
    "group-coordinat, BROKER",
    "kafka-producer-, SERVICES",
    "kafka-coordinat, SERVICES",
    "outbox-relay, SERVICES",
    "ForkJoinPool-1-, SERVICES",
    "C2 CompilerThre, COMPILER",
    "VM Thread, COLLECTOR"
  })
  void threadsAreKnownByTheirNames(String name, ThreadOwner owner) {
    assertThat(ThreadOwner.of(name)).isEqualTo(owner);
  }

  @Test
  void thisProcessHasUsedSome() {
    ProcessorTimes times = ProcessorTimes.of(ProcessHandle.current().pid(), folder);

    assertThat(times.total()).isPositive();
    assertThat(times.database()).isZero();
    assertThat(times.since(times)).isEqualTo(ProcessorTimes.NONE);
  }

  @Test
  void aProcessThatIsNotThereHasUsedNone() {
    assertThat(ProcessorTimes.of(Integer.MAX_VALUE, folder)).isEqualTo(ProcessorTimes.NONE);
  }

  @Test
  void tablesAndRecordsAreCounted() throws IOException {
    write("postgres/data/base/5/1234", 100);
    write("postgres/data/pg_wal/000", 1000);
    write("kafka/problems-0/0.log", 10);
    write("kafka/problems-0/0.index", 10_000);
    write("kafka/__cluster_metadata-0/0.log", 100_000);

    StoredBytes stored = StoredBytes.of(folder);
    assertThat(stored).isEqualTo(new StoredBytes(100, 10));
    assertThat(stored.since(new StoredBytes(40, 4)).total()).isEqualTo(66);
    assertThat(StoredBytes.of(folder.resolve("nowhere"))).isEqualTo(StoredBytes.NONE);
  }

  private void write(String name, int size) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[size]);
  }
}
