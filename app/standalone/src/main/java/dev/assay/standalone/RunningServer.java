// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone;

import dev.assay.embedded.servers.PrivateFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Who works on a data folder, as noted in the folder.
 *
 * @param url where it answers, or empty while it is starting, or if it works for itself only
 * @param kafka the file of properties with which clients reach its broker, or empty likewise
 */
public record RunningServer(long pid, Optional<URI> url, Optional<Path> kafka) {

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
              Optional.ofNullable(note.getProperty("kafka")).map(Path::of)));
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }

  void write(Path file) {
    Properties note = new Properties();
    note.setProperty("pid", String.valueOf(pid));
    url.ifPresent(address -> note.setProperty("url", address.toString()));
    kafka.ifPresent(properties -> note.setProperty("kafka", properties.toString()));
    try {
      StringWriter text = new StringWriter();
      note.store(text, null);
      PrivateFiles.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }
}
