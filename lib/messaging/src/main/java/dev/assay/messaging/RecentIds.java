// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids seen lately, up to a number: the oldest makes room for the newest. Safe for threads. */
public final class RecentIds {

  private final Set<Object> ids;

  /**
   * @param most how many are kept
   */
  public RecentIds(int most) {
    this.ids =
        Collections.synchronizedSet(
            Collections.newSetFromMap(
                new LinkedHashMap<>() {
                  private static final long serialVersionUID = 1;

                  @Override
                  protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
                    return size() > most;
                  }
                }));
  }

  /** Sees it, as the newest unless it is known. */
  public void add(Object id) {
    ids.add(id);
  }

  /** Whether it is one of those that are kept. */
  public boolean contains(Object id) {
    return ids.contains(id);
  }
}
