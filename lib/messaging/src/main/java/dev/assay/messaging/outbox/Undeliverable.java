// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.contracts.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an outbox makes of an event that can never be published. It alone knows who
 * waits for the event, and has a word for them that fits.
 */
public interface Undeliverable {

  /**
   * Called within the transaction that removes the event.
   *
   * @return the small events that take its place; none if nobody waits
   */
  List<? extends Event> replace(Lost lost);

  /**
   * What is known of the event.
   *
   * @param subject its subject, whatever became of its body
   * @param event the event, or null where it cannot be read
   * @param reason why it can never be published
   */
  record Lost(String topic, String subject, @Nullable Event event, String reason) {}
}
