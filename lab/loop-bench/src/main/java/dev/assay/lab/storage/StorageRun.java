// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.storage;

import dev.assay.client.AssayClient;
import dev.assay.client.SettlementPolling;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has problems answered, and measures by how much the disks have grown. */
public final class StorageRun implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  /** At a time: more would wait for one another, and be stored alike. */
  private static final int AT_ONCE = 4;

  private final SettlementPolling settling;
  private final DatabaseBytes database;
  private final TopicBytes topics;
  private long questions;

  /**
   * @param gateway where the system answers
   * @param kafka the file of properties with which clients reach its broker
   * @param folder its data folder
   */
  public StorageRun(URI gateway, Path kafka, Path folder) throws IOException, SQLException {
    settling = new SettlementPolling(new AssayClient(gateway), DEADLINE);
    database = DatabaseBytes.in(folder);
    topics = new TopicBytes(kafka);
  }

  /** One shape, by so many problems. */
  public StorageSample measure(StorageShape shape, int problems)
      throws SQLException, InterruptedException {
    Map<String, Long> tablesBefore = database.compact();
    Map<String, Long> topicsBefore = topics.sizes();
    long writtenBefore = database.writtenAhead();
    int left = problems;
    while (left > 0) {
      int some = Math.min(AT_ONCE, left);
      ask(shape, some);
      left -= some;
    }
    long written = database.writtenAhead() - writtenBefore;
    return new StorageSample(
        shape,
        StorageSample.grown(tablesBefore, database.compact(), problems),
        StorageSample.grown(topicsBefore, topics.sizes(), problems),
        written / problems);
  }

  private void ask(StorageShape shape, int problems) {
    List<String> ids = new ArrayList<>();
    for (int problem = 0; problem < problems; problem++) {
      String question = SampleText.of(shape.question(), --questions);
      ids.add(settling.submit(question, shape.effort(DEADLINE), "storage-" + UUID.randomUUID()));
    }
    ids.forEach(settling::evidence);
  }

  @Override
  public void close() throws SQLException {
    topics.close();
    database.close();
  }
}
