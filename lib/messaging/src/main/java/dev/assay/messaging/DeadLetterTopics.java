// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Topic;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The names of the topics that dead letters go to. An outbox may hold what a newer build left for a
 * topic of its own; its dead letters are kept under its own name, on a topic that is made for them.
 */
final class DeadLetterTopics {

  /** With room for the suffix: Kafka takes 249 characters. */
  private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,240}");

  private final Consumer<String> make;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /**
   * @param make sees to it that a topic is there
   */
  DeadLetterTopics(Consumer<String> make) {
    this.make = make;
  }

  String of(String topic) {
    if (Topic.named(topic).isPresent()) {
      return topic + Topic.DEAD_LETTERS;
    }
    String name = (LEGAL.matcher(topic).matches() ? topic : "unknown") + Topic.DEAD_LETTERS;
    if (!made.contains(name)) {
      make.accept(name);
      made.add(name);
    }
    return name;
  }
}
