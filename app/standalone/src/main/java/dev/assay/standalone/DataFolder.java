// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.embedded.servers.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder that outlives the process: everything the system keeps, held by one at a time. */
public final class DataFolder implements AutoCloseable {

  /**
   * Folders held by this process. Looking at the lock file of one of them would drop the lock: the
   * operating system releases it when any descriptor of the file is closed.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder, made if it is new. A lock of a killed process is void at once.
   *
   * @throws FolderInUseException if another process, or this one, has it
   */
  public static DataFolder take(Path place) {
    requireOurs(place);
    Path folder = create(place);
    if (!HELD_HERE.add(folder)) {
      throw inUse(place, folder);
    }
    try {
      FileChannel channel = lock(folder).orElseThrow(() -> inUse(place, folder));
      closeToOthers(folder);
      RunningServer.starting().write(note(folder));
      return new DataFolder(folder, channel);
    } catch (RuntimeException e) {
      HELD_HERE.remove(folder);
      throw e;
    }
  }

  /** The process that has the folder, once it has noted itself; empty if none has. */
  public static Optional<RunningServer> runningIn(Path place) {
    if (!Files.exists(place.resolve("lock"))) {
      return Optional.empty();
    }
    Path folder = create(place);
    if (HELD_HERE.contains(folder)) {
      return RunningServer.read(note(folder));
    }
    Optional<FileChannel> free = lock(folder);
    free.ifPresent(DataFolder::close);
    return free.isPresent() ? Optional.empty() : RunningServer.read(note(folder));
  }

  /**
   * Says no early, before anything is tried that would fail for the same cause.
   *
   * @throws FolderInUseException if a process has it
   */
  public static void requireFree(Path place) {
    Optional<RunningServer> holder = runningIn(place);
    if (holder.isPresent()) {
      throw new FolderInUseException(place, holder);
    }
  }

  /** Notes where the system answers, for others to find. */
  void publish(RunningServer server) {
    server.write(note(folder));
  }

  Path path() {
    return folder;
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(note(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + note(folder), e);
    } finally {
      close(channel);
      HELD_HERE.remove(folder);
    }
  }

  private static Path create(Path place) {
    try {
      return PrivateFiles.folder(place.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not make the data folder " + place + ": " + e.getMessage(), e);
    }
  }

  /** Everything in it is about to be closed to others: a folder that is not ours is left alone. */
  private static void requireOurs(Path place) {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (Stream<Path> entries = Files.list(place)) {
      List<String> names = entries.map(each -> each.getFileName().toString()).toList();
      if (!names.isEmpty() && names.stream().noneMatch(DataFolder::isOurs)) {
        throw FolderInUseException.byOthers(place, names.getFirst());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the data folder " + place, e);
    }
  }

  private static boolean isOurs(String name) {
    return name.equals("lock") || name.startsWith("assay.log");
  }

  /** A folder of an earlier build let everybody read. */
  private static void closeToOthers(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(PrivateFiles::close);
    } catch (IOException e) {
      throw new UncheckedIOException("could not close " + folder + " to other users", e);
    }
  }

  private static Optional<FileChannel> lock(Path folder) {
    Path file = folder.resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PrivateFiles.OWN_FILE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return lock == null ? Optional.empty() : Optional.of(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("could not lock " + file, e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not unlock the data folder", e);
    }
  }

  private static FolderInUseException inUse(Path place, Path folder) {
    return new FolderInUseException(place, RunningServer.read(note(folder)));
  }

  private static Path note(Path folder) {
    return folder.resolve("running");
  }
}
