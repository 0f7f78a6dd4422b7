// SPDX-License-Identifier: Apache-2.0
package dev.assay.cli;

import dev.assay.client.ProblemView.Progress;

/** A problem's way so far, in less than the width of a terminal. */
final class ProgressText {

  private ProgressText() {}

  static String of(Progress progress) {
    StringBuilder text = new StringBuilder();
    text.append("drafted ").append(progress.drafted()).append('/').append(progress.attempts());
    text.append(", criticised ").append(progress.criticised());
    text.append(", refined ").append(progress.refined());
    if (progress.abandoned() > 0) {
      text.append(", abandoned ").append(progress.abandoned());
    }
    text.append(", verified ").append(progress.verdicts()).append('/').append(progress.expected());
    return text.append(", ").append(tokens(progress.usage().totalTokens())).toString();
  }

  private static String tokens(long tokens) {
    return tokens + (tokens == 1 ? " token" : " tokens");
  }
}
