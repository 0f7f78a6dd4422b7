// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Matrix;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Span;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.math.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what has brackets of its own: sets, tuples, intervals and their unions, matrices. */
record BracketedAnswers(PartReader parts) {

  private static final Pattern MATRIX =
      Pattern.compile("\\\\begin\\{([pb]matrix)\\}(.*)\\\\end\\{([pb]matrix)\\}");

  private static final Pattern CUP = Pattern.compile("\\\\cup(?![a-z])");
  private static final Pattern INFINITE =
      Pattern.compile("([+-]?)\\s?(?:\\\\infty|infinity|inf|oo)");
  private static final Pattern NOTHING =
      Pattern.compile("\\\\\\{\\s?\\\\\\}|\\\\(?:emptyset|varnothing)");

  private static final Span ALL = new Span(Optional.empty(), false, Optional.empty(), false);
  private static final int ROWS = 60;

  Optional<ParsedAnswer> read(String text) {
    Matcher matrix = MATRIX.matcher(text);
    if (matrix.matches()) {
      return matrix(matrix.group(2));
    }
    if (NOTHING.matcher(text).matches()) {
      return Optional.of(new Several(List.of(), false));
    }
    if (text.equals("\\mathbb{R}")) {
      return Optional.of(new Spans(Optional.empty(), List.of(ALL)));
    }
    return CUP.matcher(text).find() ? union(text) : bracketed(text);
  }

  private Optional<ParsedAnswer> matrix(String body) {
    String[] lines = body.strip().replaceAll("\\\\\\\\$", "").split("\\\\\\\\", ROWS);
    List<List<ParsedAnswer>> rows = new ArrayList<>();
    for (String line : lines) {
      Optional<List<ParsedAnswer>> row =
          new Listing(
                  List.of(line.split("&", -1)).stream().map(String::strip).toList(), false, false)
              .read(parts);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      rows.add(row.get());
    }
    return Optional.of(new Matrix(rows));
  }

  private Optional<ParsedAnswer> union(String text) {
    List<Spans> united = new ArrayList<>();
    for (String part : CUP.split(text, -1)) {
      Optional<Spans> spans = bracketed(part.strip()).flatMap(BracketedAnswers::interval);
      if (spans.isEmpty()) {
        return Optional.empty();
      }
      united.add(spans.get());
    }
    return Optional.of(union(united));
  }

  static ParsedAnswer union(List<Spans> parts) {
    List<Span> pieces = parts.stream().flatMap(each -> each.pieces().stream()).toList();
    return new Spans(parts.getFirst().variable(), pieces);
  }

  /** A pair in round brackets as the interval that it may be. */
  static Optional<Spans> interval(ParsedAnswer answer) {
    return switch (answer) {
      case Spans spans -> Optional.of(spans);
      case Tuple(List<ParsedAnswer> members, _)
          when members.size() == 2
              && members.get(0) instanceof ParsedAnswer.Quantity(Formula low, _)
              && members.get(1) instanceof ParsedAnswer.Quantity(Formula high, _) ->
          Optional.of(
              new Spans(
                  Optional.empty(),
                  List.of(new Span(Optional.of(low), false, Optional.of(high), false))));
      case ParsedAnswer _ -> Optional.empty();
    };
  }

  private Optional<ParsedAnswer> bracketed(String text) {
    boolean set = text.startsWith("\\{") && text.endsWith("\\}");
    boolean angled = text.startsWith("\\langle") && text.endsWith("\\rangle");
    if (set || angled) {
      int sign = set ? 2 : 7;
      return listed(text.substring(sign, text.length() - sign), set ? "{" : "(", 1);
    }
    return Brackets.enclose(text)
        ? listed(
            text.substring(1, text.length() - 1),
            text.charAt(0) + text.substring(text.length() - 1),
            2)
        : Optional.empty();
  }

  private Optional<ParsedAnswer> listed(String inner, String brackets, int least) {
    Listing listing = Listing.of(inner, true);
    if (listing.members().size() < least) {
      return Optional.empty();
    }
    boolean pair = listing.members().size() == 2;
    if (pair && !brackets.startsWith("{")) {
      Optional<ParsedAnswer> interval = interval(listing.members(), brackets);
      if (interval.isPresent()) {
        return interval;
      }
    }
    Optional<List<ParsedAnswer>> members = listing.read(parts);
    return brackets.startsWith("{")
        ? members.map(each -> new Several(each, listing.tight()))
        : members.filter(_ -> !isHalfOpen(brackets)).map(each -> new Tuple(each, listing.tight()));
  }

  private static boolean isHalfOpen(String brackets) {
    return brackets.equals("(]") || brackets.equals("[)");
  }

  /** What can only be an interval: a square bracket, or an infinite end. */
  private static Optional<ParsedAnswer> interval(List<String> ends, String brackets) {
    boolean lowIn = brackets.startsWith("[");
    boolean highIn = brackets.endsWith("]");
    Matcher low = INFINITE.matcher(ends.get(0));
    Matcher high = INFINITE.matcher(ends.get(1));
    boolean down = low.matches() && low.group(1).equals("-");
    boolean up = high.matches() && !high.group(1).equals("-");
    Optional<Formula> from = down ? Optional.empty() : Formula.parse(ends.get(0));
    Optional<Formula> to = up ? Optional.empty() : Formula.parse(ends.get(1));
    boolean sure = lowIn || highIn || down || up;
    boolean complete = (down || from.isPresent()) && (up || to.isPresent());
    return sure && complete
        ? Optional.of(
            new Spans(Optional.empty(), List.of(new Span(from, lowIn && !down, to, highIn && !up))))
        : Optional.empty();
  }
}
