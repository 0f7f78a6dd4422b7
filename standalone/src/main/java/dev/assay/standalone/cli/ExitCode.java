// SPDX-License-Identifier: Apache-2.0
package dev.assay.standalone.cli;

import dev.assay.contracts.Answer;

/** What scripts learn from a command without reading its output. */
final class ExitCode {

  static final int VERIFIED = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int NOT_VERIFIED = 3;

  private ExitCode() {}

  static int of(Answer.Status status) {
    return switch (status) {
      case VERIFIED -> VERIFIED;
      case UNCERTAIN, ABSTAINED -> NOT_VERIFIED;
      case FAILED -> FAILED;
    };
  }
}
