// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.tensorflow.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a folder for one run at a time. The operating system lets go of it when the process ends,
 * however it ends.
 */
final class FolderLock implements AutoCloseable {

  static final String FILE = "run.lock";

  /**
   * Folders held by this process: opening and closing the lock file of one of them a second time
   * would drop the lock.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes a folder that exists.
   *
   * @throws RunFolderException if another run has it
   */
  static FolderLock take(Path place) throws IOException {
    Path folder = place.toRealPath();
    if (!HELD_HERE.add(folder)) {
      throw inUse(place, String.valueOf(ProcessHandle.current().pid()));
    }
    try {
      return new FolderLock(folder, locked(place, folder.resolve(FILE)));
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path place, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(place, Files.readString(file));
      }
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static RunFolderException inUse(Path place, String process) {
    return new RunFolderException(
        "%s: a run of process %s is in it (expected: one run to a folder); wait for it, stop it, or choose another folder"
            .formatted(place, process));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not unlock " + folder, e);
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
