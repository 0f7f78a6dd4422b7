// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.system;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What an operating system does to processes. */
final class Signals {

  private Signals() {}

  /** Stops processes where they are; they know nothing of it, and their connections stay open. */
  static void freeze(Stream<ProcessHandle> processes) {
    send("-STOP", processes);
  }

  /** Lets them go on. */
  static void thaw(Stream<ProcessHandle> processes) {
    send("-CONT", processes);
  }

  /** A process and all that it has started. */
  static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static void send(String signal, Stream<ProcessHandle> processes) {
    List<String> pids = processes.map(each -> String.valueOf(each.pid())).toList();
    List<String> command = Stream.concat(Stream.of("kill", signal), pids.stream()).toList();
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("could not send " + signal, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
