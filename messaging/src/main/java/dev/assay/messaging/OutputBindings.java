// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/**
 * Names of the bindings that events go out by; messaging.yaml gives each its topic. They are not
 * the topics' own names: StreamBridge takes any bean of the binding's name for the channel, and a
 * bean called {@code problems} would swallow every problem without a word.
 */
final class OutputBindings {

  private OutputBindings() {}

  static String of(String topic) {
    return "to-" + topic;
  }

  static String ofDeadLetters(String topic) {
    return "to-" + topic + "-dlq";
  }
}
