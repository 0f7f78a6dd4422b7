// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all, whenever the process or the machine stops: written
 * beside its place, forced to the disk, and renamed over what was there before.
 */
final class AtomicFile {

  private AtomicFile() {}

  /** What the file is to hold. */
  @FunctionalInterface
  interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Writes a file, creating the folders above it.
   *
   * @throws UncheckedIOException if it cannot be written; what was there before is still there
   */
  static void write(Path path, Content content) {
    Path folder = path.toAbsolutePath().resolveSibling("");
    try {
      Files.createDirectories(folder);
      Path fresh = folder.resolve("." + path.getFileName() + ".part");
      try {
        written(fresh, content);
        Files.move(
            fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
      force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be written: " + e, e);
    }
  }

  static void write(Path path, byte[] bytes) {
    write(path, channel -> fully(channel, ByteBuffer.wrap(bytes)));
  }

  static void fully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void written(Path fresh, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }

  /** The rename itself is on the disk only once the folder is. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }
}
