// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import java.util.List;

/**
 * What a stateless worker does with one event: at most one model call, and the events that follow
 * from it. The same event gives events with the same ids, however often it is delivered.
 */
public interface Work {

  /**
   * Does the work.
   *
   * @return the events to publish; none if the event is nothing to this worker
   */
  List<? extends Event> perform(Event event);

  /**
   * The events that say that the work will not be done, so that nobody waits for it.
   *
   * @return none only if nobody waits
   */
  List<? extends Event> giveUp(Event event, Failure failure);
}
