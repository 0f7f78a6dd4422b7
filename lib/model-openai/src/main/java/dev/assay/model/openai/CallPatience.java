// SPDX-License-Identifier: Apache-2.0
package dev.assay.model.openai;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a call is still waited for: not beyond its end, nor through more silence than a server
 * needs that is at work. Whoever waits is woken when that changes, or some time may be up, and not
 * for each byte.
 */
final class CallPatience {

  private static final String SETTING = "assay.role.model.calls.";

  /** What comes behind an answer that is complete: its bill, and the end of the stream. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Duration total;
  private final Duration first;
  private final Duration between;
  private final long end;
  private final Semaphore news = new Semaphore(0);
  private volatile long heard = System.nanoTime();
  private volatile boolean begun;
  private volatile boolean complete;

  /**
   * @param start of the call, in nanoseconds of this machine
   * @param total from then to the end
   * @param first from now to the first byte of the reply; null where it may take as long as all
   * @param between two bytes
   */
  CallPatience(long start, Duration total, @Nullable Duration first, Duration between) {
    this.total = total;
    this.first = first == null ? total : first;
    this.between = between;
    this.end = start + nanos(total);
  }

  /** Some of the reply has come. */
  void hear(boolean answered) {
    heard = System.nanoTime();
    if (!begun || answered != complete) {
      begun = true;
      complete = answered;
      tell();
    }
  }

  /** Whoever waits has to look again: something is otherwise than it was. */
  void tell() {
    news.release();
  }

  /** Waits until there is news, or some time may be up; false if it is. */
  boolean await() throws InterruptedException {
    long left = left();
    return left > 0 && (news.tryAcquire(left, TimeUnit.NANOSECONDS) || left() > 0);
  }

  private long left() {
    long now = System.nanoTime();
    return Math.min(end - now, heard + nanos(silence()) - now);
  }

  private Duration silence() {
    if (complete) {
      return LINGER;
    }
    return begun ? between : first;
  }

  private static long nanos(Duration time) {
    // So that years can be added to the machine's time.
    return Math.min(TimeUnit.NANOSECONDS.convert(time), Long.MAX_VALUE / 4);
  }

  /** Which time was up, for people. */
  String exceeded() {
    if (end - System.nanoTime() <= 0 || total.compareTo(silence()) <= 0) {
      return "no reply within " + total;
    }
    return begun
        ? "no byte of the reply for %s (expected: the next one by then; %sbetween-bytes-timeout is the bound)"
            .formatted(between, SETTING)
        : "no byte of a reply within %s (expected: the first one by then; %sfirst-byte-timeout is the bound, queues included)"
            .formatted(first, SETTING);
  }
}
