// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.cost;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * What a system keeps on disk, in bytes.
 *
 * @param database tables and indexes, as pg_database_size counts them; not its journal
 * @param broker records of all topics, offsets of consumers among them
 */
public record StoredBytes(long database, long broker) {

  public static final StoredBytes NONE = new StoredBytes(0, 0);

  /**
   * @param data the system's data folder
   */
  public static StoredBytes of(Path data) {
    return new StoredBytes(
        sum(data.resolve("postgres").resolve("data").resolve("base"), _ -> true),
        sum(
            data.resolve("kafka"),
            file ->
                file.getFileName().toString().endsWith(".log")
                    && !file.toString().contains("__cluster_metadata")));
  }

  /** Files come and go meanwhile. */
  private static long sum(Path folder, Predicate<Path> counts) {
    AtomicLong sum = new AtomicLong();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum.addAndGet(counts.test(file) ? attributes.size() : 0);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return 0;
    }
    return sum.get();
  }

  /** What was added in between. */
  public StoredBytes since(StoredBytes before) {
    return new StoredBytes(database - before.database, broker - before.broker);
  }

  /** Of both. */
  public long total() {
    return database + broker;
  }
}
