// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as the broker keeps it. Anybody may have written any of it.
 *
 * @param body empty where the record has none
 */
public record StoredRecord(byte @Nullable [] key, byte[] body, List<Header> headers) {

  /**
   * A header as it is kept: a name may come more than once.
   *
   * @param value empty where it has none
   */
  public record Header(String name, byte[] value) {}

  static StoredRecord of(ConsumerRecord<byte[], byte[]> record) {
    return new StoredRecord(
        record.key(),
        orEmpty(record.value()),
        StreamSupport.stream(record.headers().spliterator(), false)
            .map(each -> new Header(each.key(), orEmpty(each.value())))
            .toList());
  }

  private static byte[] orEmpty(byte @Nullable [] bytes) {
    return bytes == null ? new byte[0] : bytes;
  }
}
