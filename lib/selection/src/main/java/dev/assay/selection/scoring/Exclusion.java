// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection.scoring;

/**
 * Which answer groups exclude each other. Groups whose answers may or may not be equal neither
 * agree nor exclude.
 */
@FunctionalInterface
public interface Exclusion {

  /** Where answers are known to differ, as recorded ones are. */
  Exclusion ALL = (_, _) -> true;

  /** Whether the answers of two different groups cannot both be right. */
  boolean between(int group, int other);
}
