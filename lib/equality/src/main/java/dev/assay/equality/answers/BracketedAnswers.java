// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.math.Formula;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what has brackets of its own: sets, tuples, points, intervals. */
record BracketedAnswers(PartReader parts) {

  private static final Pattern INFINITE =
      Pattern.compile("([+-]?)\\s?(?:\\\\infty|[Ii]nfinity|inf|oo)");

  /** Brackets that look away from an open interval. */
  private static final Pattern AWAY = Pattern.compile("([\\[\\]])([^\\[\\]]{3,200})([\\[\\]])");

  private static final Pattern POINT = Pattern.compile("([A-Z]'?(?:_\\{?\\w\\}?)?)\\s?(\\(.*\\))");

  Optional<ParsedAnswer> read(String text) {
    boolean set = text.startsWith("\\{") && text.endsWith("\\}");
    boolean angled = text.startsWith("\\langle") && text.endsWith("\\rangle");
    if (set || angled) {
      int sign = set ? 2 : 7;
      return listed(text.substring(sign, text.length() - sign), set ? "{" : "(", 1);
    }
    if (text.startsWith("{{") && Brackets.enclose(text)) {
      return listed(text.substring(1, text.length() - 1), "{", 1);
    }
    Matcher away = AWAY.matcher(text);
    boolean outwards = text.startsWith("]") || text.endsWith("[");
    if (outwards && away.matches()) {
      String low = away.group(1).equals("]") ? "(" : "[";
      String high = away.group(3).equals("[") ? ")" : "]";
      List<String> ends = Listing.of(away.group(2), true).members();
      return ends.size() == 2 ? span(ends, low + high, true) : Optional.empty();
    }
    Matcher point = POINT.matcher(text);
    if (point.matches() && Brackets.enclose(point.group(2))) {
      return point(point.group(1), point.group(2));
    }
    return Brackets.enclose(text)
        ? listed(
            text.substring(1, text.length() - 1),
            text.charAt(0) + text.substring(text.length() - 1),
            2)
        : Optional.empty();
  }

  /** A(1,2) is the point A, though P(5,2) may be a number: so it differs from no number. */
  private Optional<ParsedAnswer> point(String name, String coordinates) {
    return listed(coordinates.substring(1, coordinates.length() - 1), "()", 2)
        .flatMap(
            each ->
                each instanceof Tuple(List<ParsedAnswer> members, _)
                    ? Optional.of(
                        new Assigned(
                            Names.undressed(name), new Tuple(members, true), Optional.empty()))
                    : Optional.empty());
  }

  private Optional<ParsedAnswer> listed(String inner, String brackets, int least) {
    Listing listing = Listing.of(inner, true);
    if (listing.members().size() < least || Listing.isOpen(inner)) {
      return Optional.empty();
    }
    boolean pair = listing.members().size() == 2;
    if (pair && !brackets.startsWith("{")) {
      Optional<ParsedAnswer> interval = span(listing.members(), brackets, false);
      if (interval.isPresent()) {
        return interval;
      }
    }
    boolean set = brackets.startsWith("{");
    Optional<List<ParsedAnswer>> members = (set ? listing.ofSets() : listing).read(parts);
    return set
        ? members.map(each -> new Several(each, listing.tight(), Order.SET))
        : members.filter(_ -> !isHalfOpen(brackets)).map(each -> new Tuple(each, listing.tight()));
  }

  private static boolean isHalfOpen(String brackets) {
    return brackets.equals("(]") || brackets.equals("[)");
  }

  /**
   * What can only be an interval: a square bracket, or an infinite end.
   *
   * @param open whether round brackets are known to be those of an interval
   */
  private static Optional<ParsedAnswer> span(List<String> ends, String brackets, boolean open) {
    boolean lowIn = brackets.startsWith("[");
    boolean highIn = brackets.endsWith("]");
    Matcher low = INFINITE.matcher(ends.get(0));
    Matcher high = INFINITE.matcher(ends.get(1));
    boolean down = low.matches() && low.group(1).equals("-");
    boolean up = high.matches() && !high.group(1).equals("-");
    Optional<Formula> from = down ? Optional.empty() : Formula.parse(ends.get(0));
    Optional<Formula> to = up ? Optional.empty() : Formula.parse(ends.get(1));
    boolean sure = open || lowIn || highIn || down || up;
    boolean in = (down && lowIn) || (up && highIn);
    boolean complete = !in && (down || from.isPresent()) && (up || to.isPresent());
    boolean rising = from.isEmpty() || to.isEmpty() || RealSets.isRising(from.get(), to.get());
    return sure && complete && rising
        ? Optional.of(RealSets.of(new Span(from, lowIn, to, highIn)))
        : Optional.empty();
  }
}
