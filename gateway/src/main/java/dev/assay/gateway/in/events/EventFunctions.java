// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.events;

import dev.assay.gateway.core.Problems;
import dev.assay.messaging.Consumers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.messaging.Message;

/** What the gateway binds to topics; everything that is heard is recorded. */
public final class EventFunctions {

  private static final String GROUP = "gateway";

  private EventFunctions() {}

  /** Everything but answers; whoever works these topics keeps what is broken on them. */
  public static Consumer<Message<List<byte[]>>> record(
      Consumers consumers, Problems problems, Predicate<Throwable> transients) {
    return consumers.state(GROUP, false, problems::record, transients);
  }

  /** Answers have no other worker, so that broken ones are kept by this group. */
  public static Consumer<Message<List<byte[]>>> settle(
      Consumers consumers, Problems problems, Predicate<Throwable> transients) {
    return consumers.state(GROUP, true, problems::record, transients);
  }
}
