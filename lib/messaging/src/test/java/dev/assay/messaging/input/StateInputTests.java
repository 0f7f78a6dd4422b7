// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.messaging.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StateInputTests {

  private static final TopicPartition PARTITION = new TopicPartition("problems", 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Integer> batches = new ArrayList<>();

  @Test
  void withoutATimeToGatherWhatIsThereIsHandedOver() {
    StateInput input = begun(Duration.ZERO);
    threeThatComeOneAfterTheOther();

    input.turn(consumer);

    assertThat(batches).containsExactly(1);
  }

  @Test
  void whatComesWhileItGathersIsHandedOverWithTheFirst() {
    StateInput input = begun(Duration.ofNanos(1));
    threeThatComeOneAfterTheOther();

    input.turn(consumer);

    assertThat(batches).containsExactly(3);
  }

  @Test
  void whereNothingComesNothingIsGathered() {
    StateInput input = begun(Duration.ofHours(1));

    input.turn(consumer);

    assertThat(batches).isEmpty();
  }

  private StateInput begun(Duration gather) {
    StateInput input = new StateInput(List.of("problems"), false, gather, this::take);
    input.begin(consumer);
    consumer.rebalance(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    return input;
  }

  private void take(List<RawRecord> batch) {
    batches.add(batch.size());
  }

  /** Each with a poll of its own. */
  private void threeThatComeOneAfterTheOther() {
    for (long offset = 0; offset < 3; offset++) {
      ConsumerRecord<byte[], byte[]> record =
          new ConsumerRecord<>("problems", 0, offset, new byte[0], new byte[0]);
      consumer.schedulePollTask(() -> consumer.addRecord(record));
    }
  }
}
