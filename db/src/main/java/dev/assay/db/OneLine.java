// SPDX-License-Identifier: Apache-2.0
package dev.assay.db;

import java.util.stream.Collectors;

/** The message of a failure as one line: a log that is read by lines loses no part of it. */
final class OneLine {

  private static final int LONGEST = 1_000;

  private OneLine() {}

  static String of(Throwable failure) {
    String line =
        String.valueOf(failure.getMessage())
            .lines()
            .map(String::strip)
            .filter(each -> !each.isEmpty() && !each.matches("[-=]+"))
            .collect(Collectors.joining("; "));
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
  }
}
