// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was worked while the broker could not be reached: when the poll comes again it is published,
 * and not bought again. The oldest makes room for the newest; to miss one costs a call.
 */
final class Unpublished {

  /** Four polls. */
  private static final int MOST = 256;

  private final Map<String, WorkResult> results =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, WorkResult> eldest) {
              return size() > MOST;
            }
          });

  void add(String eventId, WorkResult result) {
    results.put(eventId, result);
  }

  @Nullable WorkResult find(String eventId) {
    return results.get(eventId);
  }

  void remove(String eventId) {
    results.remove(eventId);
  }
}
