// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Who works on a data folder, as noted in the folder.
 *
 * @param url where it answers, or empty while it is starting, or if it works for itself only
 * @param kafka what clients of its broker connect to, or empty likewise
 */
public record RunningServer(long pid, Optional<URI> url, Optional<String> kafka) {

  /** This process, before it has started anything. */
  static RunningServer starting() {
    long pid = ProcessHandle.current().pid();
    return new RunningServer(pid, Optional.empty(), Optional.empty());
  }

  /** Reads the note; empty if there is none, or none that can be read. */
  static Optional<RunningServer> read(Path file) {
    Properties note = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      note.load(reader);
      return Optional.of(
          new RunningServer(
              Long.parseLong(note.getProperty("pid", "")),
              Optional.ofNullable(note.getProperty("url")).map(URI::create),
              Optional.ofNullable(note.getProperty("kafka"))));
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  void write(Path file) {
    StringBuilder note = new StringBuilder("pid=" + pid + "\n");
    url.ifPresent(address -> note.append("url=").append(address).append('\n'));
    kafka.ifPresent(servers -> note.append("kafka=").append(servers).append('\n'));
    try {
      // Readers see the old note or the new one, never half of one.
      Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), note);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }
}
