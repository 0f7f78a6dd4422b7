// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.util.Collections;
import java.util.Set;

/** The ids seen lately, up to a number: the oldest makes room for the newest. Safe for threads. */
public final class RecentIds {

  private final Set<Object> ids;

  /**
   * @param most how many are kept
   */
  public RecentIds(int most) {
    this.ids = Collections.newSetFromMap(RecentEntries.map(most));
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
