// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/** Keeps records that nobody can work, for people to look at and to send again. */
public interface DeadLetters {

  /**
   * Returns when the broker has the record on its topic's dead-letter topic.
   *
   * @param group who could not work it
   */
  void add(RawRecord record, String group, String reason);
}
