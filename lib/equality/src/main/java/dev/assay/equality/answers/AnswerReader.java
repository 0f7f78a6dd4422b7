// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Day;
import dev.assay.equality.answers.ParsedAnswer.LongNumber;
import dev.assay.equality.answers.ParsedAnswer.Option;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.equality.answers.ParsedAnswer.Truth;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.text.WorkBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads an answer once, into what can be compared; what it does not understand stays words. */
final class AnswerReader {

  /** Longer texts, and deeper ones, are compared as they stand. */
  private static final int LENGTH = 2_000;

  /** Steps for a character: a dozen patterns are tried on it, most of them in vain. */
  private static final int TRIES = 20;

  private static final int DEPTH = 60;

  private static final Pattern LONG_NUMBER = Pattern.compile("[+-]?0*+([0-9]++)");

  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})|(\\d{4})-(\\d{2})-(\\d{2})");

  private static final Pattern OPTION =
      Pattern.compile("(?:(?:[Oo]ption|[Cc]hoice|[Aa]nswer) )?\\(?([A-J])[).]?");

  private static final Set<String> TRUTHS = Set.of("yes", "no", "true", "false");
  private static final int LONGEST_TRUTH = 5;

  /** Text in which capitals make no difference, as they do in formulas. */
  private static final Pattern PROSE = Pattern.compile("[A-Za-z ,.'-]*");

  private static final Pattern WORD_RUN = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern PRODUCT = Pattern.compile("[a-d]{2,3}|[b-df-hj-np-tv-z]{2,3}");

  private static final Relations RELATIONS = new Relations(AnswerReader::understood);
  private static final BracketedAnswers BRACKETED = new BracketedAnswers(AnswerReader::understood);

  private AnswerReader() {}

  static ParsedAnswer read(String text) {
    if (text.length() > LENGTH || Brackets.depth(text) > DEPTH) {
      return tooLong(text.strip());
    }
    String bare = AnswerNormalization.off(text);
    WorkBudget.spend((long) TRIES * bare.length());
    Matcher option = OPTION.matcher(bare);
    if (option.matches()) {
      return new Option(option.group(1).charAt(0));
    }
    Matcher day = DAY.matcher(bare);
    if (day.matches()) {
      return day(day);
    }
    String lower = bare.length() > LONGEST_TRUTH ? bare : bare.toLowerCase(Locale.ROOT);
    return TRUTHS.contains(lower)
        ? new Truth(lower)
        : understood(bare).orElseGet(() -> words(bare));
  }

  private static ParsedAnswer day(Matcher day) {
    boolean slashes = day.group(1) != null;
    int first = slashes ? 1 : 4;
    return new Day(
        slashes,
        IntStream.range(first, first + 3).mapToObj(i -> Integer.parseInt(day.group(i))).toList());
  }

  private static ParsedAnswer tooLong(String text) {
    Matcher number = LONG_NUMBER.matcher(text);
    boolean negative = text.startsWith("-");
    return number.matches()
        ? new LongNumber((negative ? "-" : "") + number.group(1))
        : new Words(text);
  }

  private static ParsedAnswer words(String bare) {
    String plain = bare.replaceAll("\\\\text\\s?\\{([^{}]*)\\}", "$1").strip();
    return new Words(PROSE.matcher(plain).matches() ? plain.toLowerCase(Locale.ROOT) : plain);
  }

  /**
   * The answer, if it is more than words. What does not fit in one way is read again in another, at
   * each level of brackets: so each reading is charged for, and a level of depth.
   */
  static Optional<ParsedAnswer> understood(String text) {
    WorkBudget.spend((long) TRIES * (text.length() + 1));
    return WorkBudget.deeper(() -> any(text));
  }

  private static Optional<ParsedAnswer> any(String text) {
    if (text.isEmpty() || (WORD_RUN.matcher(text).matches() && !PRODUCT.matcher(text).matches())) {
      return Optional.empty();
    }
    Optional<ParsedAnswer> one = Relations.isOne(text) ? Optional.empty() : single(text);
    if (one.isPresent()) {
      return one;
    }
    return firstOf(text, RELATIONS::named, AnswerReader::list, RELATIONS::read);
  }

  private static Optional<ParsedAnswer> single(String text) {
    return firstOf(text, BRACKETED::read, Quantities::read);
  }

  @SafeVarargs
  private static Optional<ParsedAnswer> firstOf(
      String text, Function<String, Optional<ParsedAnswer>>... readers) {
    for (Function<String, Optional<ParsedAnswer>> reader : readers) {
      Optional<ParsedAnswer> answer = reader.apply(text);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static Optional<ParsedAnswer> list(String text) {
    Listing listing = Listing.of(text, false);
    if (listing.members().size() < 2) {
      return Optional.empty();
    }
    return listing.read(AnswerReader::understood).map(members -> joined(members, listing));
  }

  private static ParsedAnswer joined(List<ParsedAnswer> members, Listing listing) {
    List<Spans> ranges =
        members.stream().filter(Spans.class::isInstance).map(Spans.class::cast).toList();
    boolean oneVariable = ranges.stream().map(Spans::variable).distinct().count() == 1;
    if (ranges.size() == members.size() && oneVariable && listing.alternatives()) {
      return BracketedAnswers.union(ranges);
    }
    Set<String> names = new HashSet<>();
    for (ParsedAnswer member : members) {
      names.add(member instanceof Assigned(String name, _, _) ? name : "");
    }
    boolean sameName = names.size() == 1 && !names.contains("");
    return new Several(
        sameName ? members.stream().map(each -> ((Assigned) each).value()).toList() : members,
        listing.tight());
  }
}
