// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The runs that were begun on a data folder. A run is gone on with by its name only if there is
 * one: a slip of the pen would buy all calls once more.
 */
final class Runs {

  /** In the data folder: an empty file for each run. */
  static final String FOLDER = "runs";

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  @Option(names = "--run", paramLabel = "NAME", description = "Go on with the run of this name.")
  private @Nullable String run;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Begin a run of this name (otherwise it is the time of the start).")
  private @Nullable String name;

  /**
   * The name of the run to be worked, asked for before the work.
   *
   * @throws UsageException if it is to be gone on with, and there is none
   */
  String choose(Path data) {
    if (run != null && name != null) {
      throw new UsageException("--run and --name (expected: one of them)");
    }
    if (run != null) {
      requireKnown(run, data.resolve(FOLDER));
      return run;
    }
    if (name != null && !name.matches(NAME)) {
      throw new UsageException(
          "--name: " + name + " (expected: letters, digits, dots, dashes; at most 64)");
    }
    return name == null ? time() : name;
  }

  /** Remembers a run, once there is a folder to do so in. */
  static void note(String run, Path data) {
    try {
      Path note = Files.createDirectories(data.resolve(FOLDER)).resolve(run);
      if (!Files.exists(note)) {
        Files.createFile(note);
      }
    } catch (IOException e) {
      throw new SystemFailedException("cannot remember the run: " + FailureText.of(e), e);
    }
  }

  private static void requireKnown(String run, Path runs) {
    if (!run.matches(NAME) || !Files.exists(runs.resolve(run))) {
      throw new UsageException(
          """
          --run: %s was not begun here (expected: %s).
          A new run is begun without --run; --name %s begins one of this name, or goes on with one \
          that is noted elsewhere."""
              .formatted(run, known(runs), run));
    }
  }

  private static String known(Path runs) {
    try (Stream<Path> notes = Files.list(runs)) {
      List<String> names = notes.map(each -> each.getFileName().toString()).sorted().toList();
      return names.isEmpty() ? "none is known" : String.join(", ", names.reversed());
    } catch (IOException e) {
      return "none is known";
    }
  }

  private static String time() {
    return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
        .withZone(ZoneOffset.UTC)
        .format(Instant.now());
  }
}
