// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Wakes those who wait for a problem when this process has recorded something of it. What another
 * replica recorded wakes nobody here before one of those who wait has looked ({@link SharedLook}).
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

  /** Something of these problems was recorded, and committed. */
  public void announce(Map<ProblemId, ProblemNews> changed) {
    changed.forEach(
        (id, news) -> watches.getOrDefault(id, Set.of()).forEach(each -> each.tell(news)));
  }

  /** The problems that somebody waits for here. */
  Set<ProblemId> watched() {
    return Set.copyOf(watches.keySet());
  }

  /** So many events of each problem were recorded, wherever that was. */
  void hear(Map<ProblemId, Long> lastSeqs) {
    lastSeqs.forEach(
        (id, seq) -> watches.getOrDefault(id, Set.of()).forEach(each -> each.hear(seq)));
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
    private final AtomicReference<@Nullable ProblemNews> latest = new AtomicReference<>();
    private final AtomicLong heard = new AtomicLong(-1);
    private volatile boolean left;

    private Watch(ProblemId id) {
      this.id = id;
    }

    /** Of two that come the wrong way round the later one counts. */
    private void tell(ProblemNews news) {
      latest.accumulateAndGet(
          news, (old, fresh) -> old == null || old.lastSeq() < fresh.lastSeq() ? fresh : old);
      wake();
    }

    /** What was committed last, if it is behind this sequence number. */
    public Optional<StoredProblem> newer(Problem problem, long seq) {
      return Optional.ofNullable(latest.get())
          .filter(news -> news.lastSeq() > seq)
          .map(news -> news.of(problem));
    }

    private void hear(long seq) {
      ProblemNews news = latest.get();
      boolean ours = news != null && news.lastSeq() >= seq;
      if (heard.getAndAccumulate(seq, Math::max) < seq && !ours) {
        wake();
      }
    }

    /** The last sequence number that somebody here saw in the database; below 0 if nobody did. */
    long heard() {
      return heard.get();
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
