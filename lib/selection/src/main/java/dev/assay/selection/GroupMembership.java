// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import java.util.Set;

/**
 * What comparing an answer with the others has come to: decided once, when its solution comes, so
 * that selection adds groups up and reads no answer.
 *
 * @param group the number of the earliest attempt that gives an equal answer
 * @param differsFrom groups whose answers are known to differ from this one, each by the number of
 *     one of its attempts
 */
public record GroupMembership(int group, Set<Integer> differsFrom) {

  public GroupMembership {
    differsFrom = Set.copyOf(differsFrom);
  }
}
