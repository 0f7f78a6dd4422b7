// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.core;

import dev.assay.gateway.core.Refusal.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Refuses new problems while those that were taken wait too long, or are too many: what is taken
 * beyond what can be worked by its deadline is paid for, and late all the same. A request costs no
 * look at the database: how many problems are open is counted from time to time, and what was taken
 * since is added here.
 */
public final class LoadShedding {

  /** More at a time would wait for the database for so long that it would seem to be away. */
  private static final long MOST_ARRIVING = 64;

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Limits limits;
  private final RandomGenerator random;
  private final Consumer<Reason> observer;

  /** Problems that are let in and are not kept yet. */
  private final AtomicLong arriving = new AtomicLong();

  private final AtomicLong taken = new AtomicLong();
  private volatile Load load = new Load(0, 0, Optional.empty(), 0);

  /**
   * From where on problems are refused.
   *
   * @param oldest how long a task may have waited for somebody to begin it
   * @param open how many problems may be open at once
   */
  public record Limits(Duration oldest, long open) {}

  /** Why one is refused. */
  public enum Reason {
    /** A task has waited for too long. */
    OLDEST,
    /** Too many problems are open. */
    OPEN,
    /** Too many come at the same moment. */
    ARRIVING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was seen at the last look.
   *
   * @param open problems
   * @param taken by this process until then
   * @param oldest how long the oldest task had waited; empty if none did
   * @param settling problems that are settled from one look to the next, smoothed
   */
  private record Load(long open, long taken, Optional<Duration> oldest, double settling) {

    Load next(long nowOpen, long nowTaken, Optional<Duration> nowOldest) {
      long settled = Math.max(0, open + nowTaken - taken - nowOpen);
      return new Load(nowOpen, nowTaken, nowOldest, 0.8 * settling + 0.2 * settled);
    }
  }

  /**
   * @param random draws when those who were refused are to come again, lest all come at once
   * @param observer is told of every refusal
   */
  public LoadShedding(Limits limits, RandomGenerator random, Consumer<Reason> observer) {
    this.limits = limits;
    this.random = random;
    this.observer = observer;
  }

  /**
   * Looks at what there is to do; to be called about once a second.
   *
   * @param open counts the open problems, those of other replicas included
   * @param oldest how long the oldest task has waited; empty if none waits
   */
  public void look(LongSupplier open, Supplier<Optional<Duration>> oldest) {
    // Before the count, so that what is taken during it counts twice rather than never.
    long before = taken.get();
    load = load.next(open.getAsLong(), before, oldest.get());
  }

  /** About how many problems are open. */
  public long open() {
    return kept() + arriving.get();
  }

  private long kept() {
    Load seen = load;
    return seen.open() + taken.get() - seen.taken();
  }

  /** Of two who come to the last place at once one gets it. */
  private void enter() {
    long room = Math.min(limits.open() - kept(), MOST_ARRIVING);
    long before = arriving.getAndUpdate(now -> now < room ? now + 1 : now);
    if (before >= MOST_ARRIVING) {
      throw refusal(
          Reason.ARRIVING,
          "%d problems are being taken in (expected: at most that at a time)"
              .formatted(MOST_ARRIVING));
    }
    if (before >= room) {
      throw refusal(
          Reason.OPEN,
          "%d problems are open (expected: at most that, see assay.gateway.shed.open)"
              .formatted(limits.open()));
    }
  }

  /**
   * Takes a problem.
   *
   * @param keeping keeps it
   * @throws Refusal if there is too much to do already; then nothing was kept
   */
  public <T> T take(Supplier<T> keeping) {
    load.oldest().filter(age -> age.compareTo(limits.oldest()) > 0).ifPresent(this::refuseFor);
    enter();
    try {
      T kept = keeping.get();
      taken.incrementAndGet();
      return kept;
    } finally {
      arriving.decrementAndGet();
    }
  }

  private void refuseFor(Duration age) {
    throw refusal(
        Reason.OLDEST,
        "a task has waited for %d s (expected: at most %d s, see assay.gateway.shed.oldest)"
            .formatted(age.toSeconds(), limits.oldest().toSeconds()));
  }

  private Refusal refusal(Reason reason, String why) {
    observer.accept(reason);
    Duration again = again();
    return new Refusal(
        Kind.BUSY,
        "too much waits to be worked: %s; nothing was taken, ask again in %d s"
            .formatted(why, again.toSeconds()),
        again);
  }

  /**
   * About when there will be room: when half of what is open will be settled, at the rate of late,
   * and not before what has waited longest may have been begun. Up to twice that, by chance.
   */
  private Duration again() {
    Load seen = load;
    Duration age = seen.oldest().orElse(LEAST);
    Duration half =
        seen.settling() < 0.5
            ? LEAST
            : Duration.ofSeconds((long) Math.min(1e6, seen.open() / 2.0 / seen.settling()));
    Duration longer = half.compareTo(age) > 0 ? half : age;
    long seconds = Math.clamp(longer.toSeconds(), LEAST.toSeconds(), MOST.toSeconds());
    return Duration.ofSeconds(seconds + random.nextLong(seconds + 1));
  }
}
