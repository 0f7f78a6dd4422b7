// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.util.List;

/**
 * The texts that a reply ends before. Servers take four of them at the most, and one gives the text
 * itself as well: whatever a server does, no reply goes on beyond the first.
 */
final class StopStrings {

  /** The most that vLLM and hosted models take. */
  private static final int MOST_SENT = 4;

  private StopStrings() {}

  static List<String> sent(List<String> stop) {
    return stop.subList(0, Math.min(stop.size(), MOST_SENT));
  }

  static String before(List<String> stop, String text) {
    int end = text.length();
    for (String each : stop) {
      int at = text.indexOf(each);
      end = at >= 0 && at < end ? at : end;
    }
    return text.substring(0, end);
  }
}
