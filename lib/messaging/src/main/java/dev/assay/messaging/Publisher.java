// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import org.jspecify.annotations.Nullable;

/** Puts events on their topics. */
public interface Publisher {

  /**
   * Returns when the broker has the event.
   *
   * @param causedBy id of the event that led to this one, or null if a caller did
   * @throws UnsendableException if the broker will never take it
   * @throws RuntimeException if the broker did not take it; it may have it nevertheless
   */
  void publish(Event event, @Nullable String causedBy);
}
