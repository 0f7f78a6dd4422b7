// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

/** Puts records on their topics. */
public interface Publisher {

  /**
   * Returns when the broker has the record.
   *
   * @param record for a topic that this build knows
   * @throws UnsendableException if the broker will never take it
   * @throws RuntimeException if the broker did not take it; it may have it nevertheless
   */
  void publish(RawRecord record);
}
