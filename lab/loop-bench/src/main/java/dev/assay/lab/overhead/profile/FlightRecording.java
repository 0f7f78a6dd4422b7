// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Java's own recorder, switched on and off in another process. */
public final class FlightRecording {

  private static final String NAME = "name=overhead";
  private static final int PATIENCE_SECONDS = 60;

  private FlightRecording() {}

  /** Begins. */
  public static void start(long pid) {
    jcmd(pid, "JFR.start", NAME, "settings=profile");
  }

  /**
   * Ends, and writes what was recorded.
   *
   * @param file made, or overwritten
   */
  public static void stop(long pid, Path file) {
    jcmd(pid, "JFR.stop", NAME, "filename=" + file.toAbsolutePath());
  }

  private static void jcmd(long pid, String... words) {
    Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> command = new ArrayList<>(List.of(program.toString(), "" + pid));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "process " + pid + " does not take " + words[0] + " (expected: a Java of this user's)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + program, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
