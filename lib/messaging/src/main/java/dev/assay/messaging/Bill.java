// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Event;
import dev.assay.contracts.Usage;
import java.util.ArrayList;
import java.util.List;

/** What was paid for a piece of work and is on no event yet: the calls of tries that failed. */
final class Bill {

  private Usage spent = Usage.NONE;

  void add(Usage more) {
    spent = spent.plus(more);
  }

  /** Puts the bill on the first of the events, once. */
  List<? extends Event> on(List<? extends Event> events) {
    if (events.isEmpty() || spent.equals(Usage.NONE)) {
      return events;
    }
    List<Event> charged = new ArrayList<>(events);
    charged.set(0, charged.getFirst().charged(spent));
    return charged;
  }

  /** What events bear that nobody will ever see. */
  static Bill of(List<? extends Event> lost) {
    Bill bill = new Bill();
    lost.forEach(event -> bill.add(event.cost()));
    return bill;
  }
}
