// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** A folder for the time of a command; it goes when the command ends, also when it is ended. */
final class ScratchFolder implements AutoCloseable {

  private final Path path;
  private final Deque<Runnable> first = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::remove, "assay-scratch");

  private ScratchFolder(Path path) {
    this.path = path;
  }

  static ScratchFolder make(String name) {
    try {
      ScratchFolder folder = new ScratchFolder(Files.createTempDirectory(name));
      Runtime.getRuntime().addShutdownHook(folder.atExit);
      return folder;
    } catch (IOException e) {
      throw new SystemFailedException("could not make a folder: " + FailureText.of(e), e);
    }
  }

  Path path() {
    return path;
  }

  /** Has something done before the folder goes; more than once does no harm. */
  synchronized void before(Runnable last) {
    first.push(last);
  }

  private synchronized void remove() {
    first.forEach(Runnable::run);
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What a process that is just ending still writes stays, in the system's temporary folder.
      System.err.println("not removed: " + path);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    remove();
  }
}
