// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.events;

import dev.assay.contracts.Topic;
import dev.assay.gateway.core.Problems;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.DatabaseFailures;
import dev.assay.messaging.RawRecord;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/** What the gateway binds to topics; everything that is heard is recorded. */
public final class EventFunctions {

  private static final String GROUP = "gateway";

  private EventFunctions() {}

  /** Everything but answers; whoever works these topics keeps what is broken on them. */
  public static Consumer<Message<List<RawRecord>>> record(Consumers consumers, Problems problems) {
    List<Topic<?>> topics =
        Topic.ALL.stream().filter(topic -> !topic.equals(Topic.ANSWERS)).toList();
    return consumers.state(topics, GROUP, List.of(), problems::record, DatabaseFailures::passes);
  }

  /** Answers have no other worker, so that broken ones are kept by this group. */
  public static Consumer<Message<List<RawRecord>>> settle(Consumers consumers, Problems problems) {
    return consumers.state(
        List.of(Topic.ANSWERS),
        GROUP,
        List.of(Topic.ANSWERS),
        problems::record,
        DatabaseFailures::passes);
  }
}
