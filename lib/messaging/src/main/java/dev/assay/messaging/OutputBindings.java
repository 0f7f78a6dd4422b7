// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Topic;
import java.util.regex.Pattern;

/**
 * Names of the bindings that events go out by; messaging.yaml gives each its topic. They are not
 * the topics' own names: StreamBridge takes any bean of the binding's name for the channel, and a
 * bean called {@code problems} would swallow every problem without a word.
 */
final class OutputBindings {

  /** With room for the suffix: Kafka takes 249 characters. */
  private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,240}");

  private OutputBindings() {}

  static String of(String topic) {
    return "to-" + topic;
  }

  /** An outbox may hold what a newer build left; its dead letters are kept under its own name. */
  static String ofDeadLetters(String topic) {
    if (Topic.named(topic).isPresent()) {
      return "to-" + topic + "-dlq";
    }
    return LEGAL.matcher(topic).matches() ? topic + ".dlq" : "unknown.dlq";
  }
}
