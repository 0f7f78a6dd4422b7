// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Identity;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real line cut at the ends of intervals into points and the gaps between them, in order: so a
 * set of numbers is the set of its pieces, and two are compared, joined and met piece by piece.
 */
final class RealLine {

  /** Ends that are nearer than this are looked at closely. */
  private static final double NEAR = 1e-9;

  /** Steps for an end, to put it in its place. */
  private static final int END = 100;

  /** The ends from left to right, and the place of each; equal ones have one place. */
  private final List<Formula> ends;

  private final Map<Formula, Integer> places;

  private RealLine(List<Formula> ends, Map<Formula, Integer> places) {
    this.ends = ends;
    this.places = places;
  }

  /** The line with all the ends of the intervals; empty if they cannot be put in order. */
  static Optional<RealLine> through(List<Span> spans) {
    List<Formula> finite =
        spans.stream()
            .flatMap(each -> Stream.concat(each.low().stream(), each.high().stream()))
            .toList();
    WorkBudget.spend((long) END * finite.size());
    if (finite.stream().anyMatch(each -> each.approximation().isEmpty())) {
      return Optional.empty();
    }
    List<Formula> sorted =
        finite.stream().sorted(Comparator.comparingDouble(RealLine::value)).toList();
    List<Formula> ends = new ArrayList<>();
    Map<Formula, Integer> places = new HashMap<>();
    for (Formula each : sorted) {
      if (ends.isEmpty() || isFar(ends.getLast(), each)) {
        ends.add(each);
      } else {
        Identity same = Identity.of(ends.getLast(), each);
        if (same == Identity.OPEN) {
          return Optional.empty();
        }
        if (same == Identity.FAILS) {
          ends.add(each);
        }
      }
      places.put(each, ends.size() - 1);
    }
    return Optional.of(new RealLine(ends, places));
  }

  private static boolean isFar(Formula left, Formula right) {
    return value(right) - value(left) > NEAR * Math.max(1, Math.abs(value(right)));
  }

  private static double value(Formula end) {
    return end.approximation().orElseThrow();
  }

  /** Gaps have even numbers, and ends odd ones. */
  BitSet pieces(List<Span> spans) {
    BitSet pieces = new BitSet(size());
    for (Span span : spans) {
      int from = span.low().map(low -> at(low) + (span.lowIn() ? 0 : 1)).orElse(0);
      int to = span.high().map(high -> at(high) - (span.highIn() ? 0 : 1)).orElse(size() - 1);
      if (from <= to) {
        pieces.set(from, to + 1);
      }
    }
    return pieces;
  }

  private int at(Formula end) {
    return 2 * places.getOrDefault(end, 0) + 1;
  }

  private int size() {
    return 2 * ends.size() + 1;
  }

  /** The pieces as intervals that do not touch. */
  List<Span> spans(BitSet pieces) {
    List<Span> spans = new ArrayList<>();
    for (int from = pieces.nextSetBit(0); from >= 0; ) {
      int to = pieces.nextClearBit(from) - 1;
      boolean lowIn = from % 2 == 1;
      boolean highIn = to % 2 == 1;
      spans.add(new Span(end(lowIn ? from : from - 1), lowIn, end(highIn ? to : to + 1), highIn));
      from = pieces.nextSetBit(to + 1);
    }
    return spans;
  }

  private Optional<Formula> end(int piece) {
    return piece < 0 || piece >= size() ? Optional.empty() : Optional.of(ends.get(piece / 2));
  }

  /** The pieces that are not in the set. */
  BitSet others(BitSet pieces) {
    BitSet others = (BitSet) pieces.clone();
    others.flip(0, size());
    return others;
  }
}
