// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.contracts.Answer;

/** What scripts learn from a command without reading its output. */
final class ExitCode {

  static final int VERIFIED = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_VERIFIED = 3;

  /** Given by the operating system's custom: 128 and the number of the signal. */
  static final String LEGEND =
      "Exit codes: 0 verified, or done; 1 failed; 2 wrong usage, or refused; 3 uncertain or"
          + " abstained; 130 interrupted.";

  /** Of commands that settle nothing. */
  static final String DONE = "Exit codes: 0 done; 1 failed; 2 wrong usage, or refused.";

  private ExitCode() {}

  static int of(Answer.Status status) {
    return switch (status) {
      case VERIFIED -> VERIFIED;
      case UNCERTAIN, ABSTAINED -> NOT_VERIFIED;
      case FAILED -> FAILED;
    };
  }
}
