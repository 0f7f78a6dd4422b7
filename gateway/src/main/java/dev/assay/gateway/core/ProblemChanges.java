// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.ProblemId;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes those who wait for a problem when this process has recorded something of it. What another
 * replica recorded wakes nobody here, so whoever waits also looks from time to time.
 */
public final class ProblemChanges {

  private final ConcurrentHashMap<ProblemId, Set<Watch>> watches = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /** To be closed by whoever waits. */
  public Watch watch(ProblemId id) {
    Watch watch = new Watch(id);
    watches.compute(
        id,
        (_, others) -> {
          Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(watch);
          return all;
        });
    return watch;
  }

  /** Something of these problems was recorded. */
  public void announce(Collection<ProblemId> ids) {
    ids.forEach(id -> watches.getOrDefault(id, Set.of()).forEach(Watch::wake));
  }

  /** Whether somebody waits for the problem here. */
  public boolean waiting(ProblemId id) {
    return watches.getOrDefault(id, Set.of()).stream().anyMatch(each -> !each.left);
  }

  /** Lets everybody go: the process is stopping. */
  public void stop() {
    stopped = true;
    watches.values().forEach(each -> each.forEach(Watch::wake));
  }

  public boolean stopped() {
    return stopped;
  }

  /** One who waits. */
  public final class Watch implements AutoCloseable {

    private final ProblemId id;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean left;

    private Watch(ProblemId id) {
      this.id = id;
    }

    private void wake() {
      wakeUps.release();
    }

    /** Returns when something was recorded since the last time, or the time is up. */
    public void await(Duration most) {
      try {
        if (!stopped && wakeUps.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** It goes on for the sake of others: whoever it was for has left. */
    public void leave() {
      left = true;
    }

    @Override
    public void close() {
      watches.computeIfPresent(
          id,
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
