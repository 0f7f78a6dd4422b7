// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import java.time.Duration;

/**
 * A record that a process has in hand to work it. Whoever is handed it returns when it is done
 * with, or has said when it is to be handed over again; meanwhile it holds neither a thread nor a
 * place.
 */
public interface Delivery {

  RawRecord record();

  /** Whether it is handed over for the first time. */
  boolean first();

  /** What was tried of it so far. */
  Tried tried();

  /** Has it handed over again after a while, with this to go by. */
  void postpone(Duration delay, Tried tried);
}
