// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of offsets, kept as runs of neighbours: work that is finished out of order leaves few runs,
 * however much of it there is. Not safe for threads.
 */
public final class OffsetRuns {

  /** From the first offset of a run to the one behind its last. */
  private final TreeMap<Long, Long> runs = new TreeMap<>();

  /** Does nothing if it is in it. */
  public void add(long offset) {
    add(offset, offset + 1);
  }

  /**
   * Adds all offsets of a run.
   *
   * @param end the one behind the last; nothing is added unless it is greater than the first
   */
  public void add(long first, long end) {
    if (end <= first) {
      return;
    }
    long from = first;
    long to = end;
    Entry<Long, Long> before = runs.floorEntry(first);
    if (before != null && before.getValue() >= first) {
      from = before.getKey();
      to = Math.max(to, before.getValue());
    }
    for (Entry<Long, Long> next = runs.ceilingEntry(from);
        next != null && next.getKey() <= to;
        next = runs.ceilingEntry(from)) {
      to = Math.max(to, next.getValue());
      runs.remove(next.getKey());
    }
    runs.put(from, to);
  }

  public boolean contains(long offset) {
    Entry<Long, Long> run = runs.floorEntry(offset);
    return run != null && run.getValue() > offset;
  }

  /** Takes the offset out, if it is in it. */
  public void remove(long offset) {
    Entry<Long, Long> run = runs.floorEntry(offset);
    if (run == null || run.getValue() <= offset) {
      return;
    }
    runs.remove(run.getKey());
    add(run.getKey(), offset);
    add(offset + 1, run.getValue());
  }

  /**
   * Takes out the run that begins at the offset or before it.
   *
   * @return the first offset behind it that is not in the set; the offset itself if it is not
   */
  public long takeFrom(long offset) {
    Entry<Long, Long> run = runs.floorEntry(offset);
    if (run == null) {
      return offset;
    }
    runs.remove(run.getKey());
    return Math.max(offset, run.getValue());
  }

  /** How many offsets are in it. */
  public long count() {
    return runs.entrySet().stream().mapToLong(run -> run.getValue() - run.getKey()).sum();
  }

  /** How many runs there are. */
  public int size() {
    return runs.size();
  }

  public boolean isEmpty() {
    return runs.isEmpty();
  }

  void addAll(OffsetRuns others) {
    others.runs.forEach(this::add);
  }

  OffsetRuns copy() {
    OffsetRuns copy = new OffsetRuns();
    copy.runs.putAll(runs);
    return copy;
  }

  /**
   * As text: how far each run is from what comes before it, and how long it is, in numbers of seven
   * bits a byte.
   *
   * @param base that the first distance is from, not greater than the first offset
   * @param mostBytes before they are written as text; runs that do not fit are left out, the last
   *     first
   */
  String write(long base, int mostBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long at = base;
    for (Map.Entry<Long, Long> run : runs.entrySet()) {
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      write(next, run.getKey() - at);
      write(next, run.getValue() - run.getKey());
      if (bytes.size() + next.size() > mostBytes) {
        break;
      }
      bytes.writeBytes(next.toByteArray());
      at = run.getValue();
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void write(ByteArrayOutputStream bytes, long number) {
    long left = number;
    while (left > 0x7f) {
      bytes.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if that is not so
   */
  static OffsetRuns read(String text, long base) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    OffsetRuns read = new OffsetRuns();
    long at = base;
    int[] next = {0};
    while (next[0] < bytes.length) {
      long first = Math.addExact(at, number(bytes, next));
      at = Math.addExact(first, number(bytes, next));
      read.add(first, at);
    }
    return read;
  }

  private static long number(byte[] bytes, int[] next) {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (next[0] >= bytes.length) {
        throw new IllegalArgumentException("cut off");
      }
      byte part = bytes[next[0]++];
      number |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("too long a number");
  }

  /** All of it as text. */
  public String text() {
    return write(0, Integer.MAX_VALUE);
  }

  /** What {@link #text} says; empty where the text is of something else. */
  public static Optional<OffsetRuns> read(String text) {
    try {
      return Optional.of(read(text, 0));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return runs.toString();
  }
}
