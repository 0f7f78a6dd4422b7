// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Relation;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes one answer of the members of a list: values of one name are values, ranges one range. */
final class Joining {

  private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)_([0-9]+)");

  private Joining() {}

  static ParsedAnswer of(List<ParsedAnswer> members, Listing listing) {
    Optional<ParsedAnswer> range = range(members, listing.order());
    if (range.isPresent()) {
      return range.get();
    }
    Set<String> names = members.stream().map(Joining::name).collect(Collectors.toSet());
    if (names.contains("")) {
      boolean some = names.size() > 1 || members.stream().allMatch(Joining::isCondition);
      return new Several(members, listing.tight(), some ? together(listing) : listing.order());
    }
    List<ParsedAnswer> values = members.stream().map(each -> ((Assigned) each).value()).toList();
    if (names.size() == 1) {
      return new Several(values, false, Order.NONE);
    }
    return isCounted(members)
        ? new Several(values, false, Order.LISTED)
        : new Several(members, false, together(listing));
  }

  private static Order together(Listing listing) {
    return listing.order() == Order.EITHER ? Order.EITHER : Order.TOGETHER;
  }

  private static boolean isCondition(ParsedAnswer member) {
    return member instanceof Relation
        || (member instanceof Spans range && range.variable().isPresent());
  }

  private static String name(ParsedAnswer member) {
    return member instanceof Assigned(String name, _, _) ? name : "";
  }

  /** Values of x_1, x_2 and so on: the first and the second, or two roots in any order. */
  private static boolean isCounted(List<ParsedAnswer> members) {
    String letter = INDEXED.matcher(name(members.getFirst())).replaceAll("$1");
    for (int i = 0; i < members.size(); i++) {
      if (!name(members.get(i)).equals(letter + "_" + (i + 1))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<ParsedAnswer> range(List<ParsedAnswer> members, Order order) {
    List<Spans> ranges =
        members.stream()
            .filter(each -> each instanceof Spans || each instanceof Assigned(_, Spans _, _))
            .flatMap(each -> RealSets.of(each).stream())
            .toList();
    boolean oneVariable = ranges.stream().map(Spans::variable).distinct().count() == 1;
    if (ranges.size() < members.size() || !oneVariable) {
      return Optional.empty();
    }
    return switch (order) {
      case EITHER -> Optional.of(RealSets.union(ranges));
      case ALL -> RealSets.intersection(ranges).map(each -> each);
      case SET, NONE, TOGETHER, LISTED, FIXED -> conditions(ranges).map(each -> each);
    };
  }

  /** Between conditions, a comma says "and" unless nothing would be left. */
  private static Optional<Spans> conditions(List<Spans> ranges) {
    boolean holes = ranges.stream().anyMatch(each -> each.pieces().size() > 1 || isAll(each));
    return RealSets.intersection(ranges)
        .filter(
            each -> holes || (isBounded(each) && ranges.stream().noneMatch(Joining::isBounded)));
  }

  private static boolean isAll(Spans range) {
    return range.pieces().equals(List.of(RealSets.ALL));
  }

  private static boolean isBounded(Spans range) {
    return range.pieces().size() == 1 && range.pieces().stream().noneMatch(Joining::isUnbounded);
  }

  private static boolean isUnbounded(Span span) {
    return span.low().isEmpty() || span.high().isEmpty();
  }
}
