// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.stopping;

/**
 * A final solution that states an answer, and how far its verification has come.
 *
 * @param group the answer group it belongs to, numbered from 0 without gaps
 * @param asked verdicts asked for
 * @param returned those of them that have come, unreadable ones included
 * @param readable those of them that say right or wrong
 * @param passes sum of the passes of the readable ones
 * @param accepted whether the critic found it sound
 * @param tokens its length
 */
public record VerificationState(
    int group, int asked, int returned, int readable, double passes, boolean accepted, int tokens) {

  public VerificationState {
    boolean ordered = 0 <= readable && readable <= returned && returned <= asked;
    if (group < 0 || !ordered || !(passes >= 0 && passes <= readable)) {
      throw new IllegalArgumentException(
          "judged: group %d, passes %s, readable %d, returned %d, asked %d"
                  .formatted(group, passes, readable, returned, asked)
              + " (expected: group from 0, 0 <= passes <= readable <= returned <= asked)");
    }
  }

  int inFlight() {
    return asked - returned;
  }

  double passRate() {
    return readable == 0 ? 0 : passes / readable;
  }
}
