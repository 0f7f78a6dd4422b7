// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a backlog to those who scale by it, for as long as it is read: {@code assay.tasks.waiting},
 * {@code assay.tasks.oldest.seconds} and {@code assay.tasks.unknown}.
 */
final class BacklogGauges implements AutoCloseable {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final MeterRegistry meters;
  private final List<Meter> shown = new ArrayList<>();

  BacklogGauges(BrokerBacklog backlog, List<WorkGroup> groups, MeterRegistry meters) {
    this.meters = meters;
    for (WorkGroup group : groups) {
      shown.add(
          Gauge.builder("assay.tasks.waiting", backlog, one -> one.waiting(group))
              .description("Tasks that no worker has finished")
              .tags("group", group.name(), "topic", group.topic().name())
              .register(meters));
      shown.add(
          Gauge.builder("assay.tasks.oldest.seconds", backlog, one -> seconds(one, group))
              .description("For how long the oldest task has waited that no worker has begun")
              .tag("group", group.name())
              .register(meters));
    }
    shown.add(
        Gauge.builder("assay.tasks.unknown", backlog, one -> one.isFresh() ? 0 : 1)
            .description("1 while it is not known what waits, as the broker does not tell")
            .register(meters));
  }

  private static double seconds(BrokerBacklog backlog, WorkGroup group) {
    return backlog.oldest(group).map(Duration::toMillis).orElse(0L) / MILLIS_PER_SECOND;
  }

  @Override
  public void close() {
    shown.forEach(meters::remove);
  }
}
