// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.List;

/**
 * What a stateless worker does with one event of its topic: model calls, and the events that follow
 * from them. One delivery makes one call; where another is needed, the work is run again by the
 * next delivery, which knows what came of those before ({@link dev.assay.contracts.CallMemory}).
 * The same event gives the same calls, and events with the same ids, however often it is delivered.
 *
 * @param <E> the events of the topic
 */
public interface Work<E extends Event> {

  /**
   * Tries the work once.
   *
   * @throws RuntimeException for reasons that nobody foresaw: it is given up
   */
  TryResult perform(E event);

  /**
   * The events that say that the work will not be done, so that nobody waits for it.
   *
   * @return none only if nobody waits
   */
  List<? extends Event> giveUp(E event, Failure failure);
}
