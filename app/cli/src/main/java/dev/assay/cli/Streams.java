// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What goes in and out of the process is UTF-8, whatever the locale says: containers, cron and
 * systemd have none, and then Java would read and write ASCII.
 */
final class Streams {

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final String UNREADABLE = "\uFFFD";

  private Streams() {}

  /** From here on both outputs are UTF-8. */
  static void speakUtf8() {
    System.setOut(stream(FileDescriptor.out));
    System.setErr(stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The arguments as they were typed; those that Java has lost are read once more. */
  static String[] arguments(String[] decoded) {
    boolean lost = Arrays.stream(decoded).anyMatch(each -> each.contains(UNREADABLE));
    if (!lost || !Files.isReadable(COMMAND_LINE)) {
      return decoded;
    }
    try {
      return last(Files.readAllBytes(COMMAND_LINE), decoded);
    } catch (IOException e) {
      return decoded;
    }
  }

  /** The command line ends with the arguments of the program, each closed by a zero. */
  static String[] last(byte[] commandLine, String[] decoded) {
    String all = new String(commandLine, StandardCharsets.UTF_8);
    List<String> parts = List.of(all.substring(0, Math.max(0, all.length() - 1)).split("\0", -1));
    return parts.size() < decoded.length
        ? decoded
        : parts.subList(parts.size() - decoded.length, parts.size()).toArray(String[]::new);
  }

  /** What is no text in them; a question with holes would be worked and paid for. */
  static Optional<String> trouble(List<String> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(index -> arguments.get(index).contains(UNREADABLE))
        .mapToObj(
            index ->
                "argument %d: '%s' (expected: text in UTF-8)"
                    .formatted(index + 1, arguments.get(index)))
        .findFirst();
  }

  /** Whether all that was printed has arrived; a full disk or a closed pipe says so only here. */
  static boolean allWritten() {
    return !System.out.checkError();
  }

  /**
   * To be asked after what a command was run for has been printed.
   *
   * @throws SystemFailedException if it was not written
   */
  static void requireWritten() {
    if (!allWritten()) {
      throw new SystemFailedException("standard output cannot be written");
    }
  }
}
