// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that hold as much as they may: the oldest entry makes room for the newest. */
final class RecentEntries {

  private RecentEntries() {}

  /** One that is safe for threads. */
  static <K, V> Map<K, V> map(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
