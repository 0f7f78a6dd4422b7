// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.input;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What waits for a place, in a line for each of those on whose behalf it is. The next place goes to
 * the line that has the fewest, so that somebody with one task waits for nobody's thousand; among
 * equals to the one that was served longest ago. No line has all the places, as whoever comes next
 * would have to wait for its longest task. Not safe for threads.
 *
 * @param <T> what waits
 */
final class FairQueue<T> {

  private final int mostOfOne;
  private final Map<String, Line<T>> lines = new HashMap<>();
  private final NavigableSet<Line<T>> ready =
      new TreeSet<>(
          Comparator.<Line<T>>comparingInt(line -> line.places).thenComparingLong(l -> l.served));
  private long turn;
  private int size;

  /**
   * @param places how many there are
   */
  FairQueue(int places) {
    this.mostOfOne = Math.max(1, places - Math.max(1, places / 4));
  }

  private static final class Line<T> {
    final String name;
    final Deque<T> waiting = new ArrayDeque<>();
    int places;
    long served;

    Line(String name, long served) {
      this.name = name;
      this.served = served;
    }
  }

  void add(String name, T task) {
    change(name, line -> line.waiting.add(task));
    size++;
  }

  /** Gives a place to the one whose turn it is; empty if nobody may have one. */
  Optional<T> next() {
    if (ready.isEmpty() || ready.first().places >= mostOfOne) {
      return Optional.empty();
    }
    Line<T> line = ready.pollFirst();
    T task = line.waiting.remove();
    size--;
    line.places++;
    line.served = ++turn;
    settle(line);
    return Optional.of(task);
  }

  /** One of the line gives its place back. */
  void giveBack(String name) {
    change(name, line -> line.places--);
  }

  /** Takes out what is not to be worked any more. */
  void removeIf(Predicate<T> gone) {
    for (Line<T> line : lines.values().toArray(this::array)) {
      int before = line.waiting.size();
      change(line.name, each -> each.waiting.removeIf(gone));
      size -= before - line.waiting.size();
    }
  }

  @SuppressWarnings("unchecked")
  private Line<T>[] array(int length) {
    return (Line<T>[]) new Line<?>[length];
  }

  /** How many wait. */
  int size() {
    return size;
  }

  private void change(String name, java.util.function.Consumer<Line<T>> how) {
    Line<T> line = lines.computeIfAbsent(name, each -> new Line<>(each, ++turn));
    ready.remove(line);
    how.accept(line);
    settle(line);
  }

  private void settle(Line<T> line) {
    if (!line.waiting.isEmpty()) {
      ready.add(line);
    } else if (line.places == 0) {
      lines.remove(line.name);
    }
  }
}
