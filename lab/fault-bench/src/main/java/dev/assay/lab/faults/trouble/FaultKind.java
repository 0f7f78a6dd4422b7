// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.faults.trouble;

import java.util.Locale;

/** What is done to the system. A round of faults has each of them once. */
public enum FaultKind {
  KILL_GATEWAY,
  KILL_GENERATOR,
  KILL_CRITIC,
  KILL_REFINE,
  KILL_VERIFIER,
  KILL_BROKER,
  KILL_DATABASE,
  /** A worker stands still and knows nothing of it. */
  FREEZE_WORKER,
  /** Connections stay open and nothing goes through: as if everybody were cut off. */
  FREEZE_BROKER,
  FREEZE_DATABASE,
  /** Some of a topic's latest records come again. */
  DUPLICATE,
  /** They come again when what followed from them has long been worked. */
  DELAY,
  /** They come again in another order. */
  REORDER,
  /** All records of a topic come again. */
  REPLAY,
  /** The model refuses every call for some seconds. */
  MODEL_AWAY,
  /** PostgreSQL says that its disk is full for some seconds. */
  DATABASE_FULL;

  /** As it stands in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
