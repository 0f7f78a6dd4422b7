// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backlog as the broker tells it, read about once a second by a thread of its own, and less
 * often while nothing waits. Who asks is answered from the last reading: while the broker is away
 * what waited then goes on to age, and a gauge says that it is not known how it is now.
 */
public final class BrokerBacklog implements Backlog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerBacklog.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A reading costs some CPU-ms, which an idle system has better use for. */
  private static final Duration IDLE_PAUSE = Duration.ofSeconds(3);

  /** After so long a reading is one of the past. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private static final int PATIENCE_MILLIS = 5_000;
  private static final BacklogReading NONE = new BacklogReading(Instant.EPOCH, Map.of());

  private final Map<String, Object> clients;
  private final List<WorkGroup> groups;
  private final InstantSource clock;
  private @Nullable Admin admin;
  private @Nullable BacklogReader reader;
  private boolean told;
  private volatile BacklogReading last = NONE;

  /**
   * @param clients what clients of this broker are configured with
   */
  public BrokerBacklog(Map<String, Object> clients, List<WorkGroup> groups, InstantSource clock) {
    this.clients = new HashMap<>(clients);
    this.clients.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.clients.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.groups = List.copyOf(groups);
    this.clock = clock;
  }

  /** Reads once, and says after how long to do so again; it never fails. */
  public synchronized Duration turn() {
    try {
      last = reader().read(clock.instant());
      told = false;
    } catch (ExecutionException | KafkaException e) {
      if (!told) {
        LOG.warn("it is not known what waits: {}", e.getMessage());
      }
      told = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return last.waiting() > 0 ? PAUSE : IDLE_PAUSE;
  }

  /** Made when it is used for the first time: the broker's name may be nobody's until then. */
  private BacklogReader reader() {
    if (reader == null) {
      admin = Admin.create(clients);
      reader = new BacklogReader(new GroupOffsets(admin, groups), groups);
    }
    return reader;
  }

  /** Whether the last reading is as good as the present. */
  boolean isFresh() {
    return !last.at().plus(FRESH).isBefore(clock.instant());
  }

  @Override
  public Optional<Duration> oldest() {
    return last.oldest().map(this::age);
  }

  private Duration age(Instant since) {
    Duration age = Duration.between(since, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** The same of one group's tasks. */
  Optional<Duration> oldest(WorkGroup group) {
    return last.of(group).oldest().map(this::age);
  }

  @Override
  public long waiting() {
    return last.waiting();
  }

  /** The same of one group's tasks. */
  long waiting(WorkGroup group) {
    return last.of(group).waiting();
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofMillis(PATIENCE_MILLIS));
    }
  }
}
