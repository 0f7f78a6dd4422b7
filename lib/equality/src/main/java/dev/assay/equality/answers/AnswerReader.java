// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Day;
import dev.assay.equality.answers.ParsedAnswer.Letters;
import dev.assay.equality.answers.ParsedAnswer.LongNumber;
import dev.assay.equality.answers.ParsedAnswer.Option;
import dev.assay.equality.answers.ParsedAnswer.Truth;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.equality.math.Formula;
import dev.assay.text.WorkBudget;
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
  private static final int LENGTH = MathEquality.LONGEST;

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

  /** Text in which the capitals of prose make no difference, as they do in formulas. */
  private static final Pattern PROSE = Pattern.compile("[A-Za-z0-9 ,.;:!?'()&/-]*");

  private static final Pattern BRACKETED_RUN = Pattern.compile("[(\\[{]([A-Za-z]{2,})[)\\]}]");

  private static final Pattern WORD_RUN = Pattern.compile("[A-Za-z]{2,}");

  /** Digits that come again, or a factor. */
  private static final Pattern REPEATED = Pattern.compile("[+-]?[0-9]*\\.[0-9]+\\([0-9]+\\)");

  private static final Pattern WORDS = Pattern.compile("[A-Za-z]++(?: [A-Za-z]++)++");
  private static final Pattern CONSTANT = Pattern.compile("pi|theta|alpha|beta|omega");
  private static final Pattern PRODUCT = Pattern.compile("[a-d]{2,3}|[b-df-hj-np-tv-z]{2,3}");

  /** Two that are letters for numbers more than for anything else. */
  private static final Pattern COORDINATES = Pattern.compile("[xyz]{2}");

  private static final Pattern COLON = Pattern.compile("\\s?:\\s?");

  private static final Relations RELATIONS = new Relations(AnswerReader::understood);
  private static final BracketedAnswers BRACKETED = new BracketedAnswers(AnswerReader::understood);
  private static final Matrices MATRICES = new Matrices(AnswerReader::understood);
  private static final RealSetReader SETS = new RealSetReader(AnswerReader::understood);
  private static final Approximations ROUNDED = new Approximations(AnswerReader::understood);

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
    if (TRUTHS.contains(lower)) {
      return new Truth(lower);
    }
    return ColonReader.word(lower)
        .or(() -> lines(text))
        .or(() -> understood(bare))
        .orElseGet(() -> words(bare));
  }

  private static Optional<ParsedAnswer> lines(String text) {
    return text.contains("\n")
        ? Lines.joined(text.strip()).map(AnswerNormalization::off).flatMap(AnswerReader::understood)
        : Optional.empty();
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
    String close = COLON.matcher(plain).replaceAll(":");
    return new Words(PROSE.matcher(close).matches() ? WordCase.ordinary(close) : close);
  }

  /**
   * The answer, if it is more than words. What does not fit in one way is read again in another, at
   * each level of brackets: so each reading is charged for, and a level of depth.
   */
  static Optional<ParsedAnswer> understood(String text) {
    WorkBudget.spend((long) TRIES * (text.length() + 1));
    return WorkBudget.deeper(() -> any(text));
  }

  private static Optional<ParsedAnswer> any(String said) {
    String text = NumberWords.inDigits(said);
    Optional<ParsedAnswer> phrase = Phrases.read(text).or(() -> Measures.read(text));
    if (phrase.isPresent() || text.isEmpty()) {
      return phrase;
    }
    if (text.startsWith("\\begin")) {
      Optional<String> system = Lines.ofSystem(text);
      if (system.isPresent()) {
        return list(system.get());
      }
    }
    if (WORD_RUN.matcher(text).matches() && !CONSTANT.matcher(text).matches()) {
      return letters(text);
    }
    Matcher run = BRACKETED_RUN.matcher(text);
    if (run.matches() && !CONSTANT.matcher(run.group(1)).matches()) {
      return letters(run.group(1)).or(() -> Optional.of(words(run.group(1))));
    }
    if (isProse(text) || REPEATED.matcher(text).matches()) {
      return Optional.empty();
    }
    if (Approximations.isOne(text)) {
      return ROUNDED.read(text);
    }
    Optional<ParsedAnswer> one = Relations.isOne(text) ? SETS.read(text) : single(text);
    if (one.isPresent()) {
      return one;
    }
    return firstOf(text, RELATIONS::named, AnswerReader::list, RELATIONS::read);
  }

  /** Words with nothing but spaces between are no product of their letters. */
  private static boolean isProse(String text) {
    if (!WORDS.matcher(text).matches()) {
      return false;
    }
    for (String word : text.split(" ", -1)) {
      if (word.length() > 1 && !Formula.isWord(word)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ParsedAnswer> letters(String text) {
    if (COORDINATES.matcher(text).matches()) {
      return Quantities.read(text);
    }
    return PRODUCT.matcher(text).matches()
        ? Quantities.read(text).map(product -> new Letters(text, product))
        : Optional.empty();
  }

  private static Optional<ParsedAnswer> single(String text) {
    return firstOf(
        text,
        MatrixProducts::read,
        MATRICES::read,
        SETS::read,
        BRACKETED::read,
        ColonReader::read,
        RangeReader::read,
        MixedUnits::read,
        Quantities::read);
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
    return listing.members().size() < 2
        ? Optional.empty()
        : listing.read(AnswerReader::understood).map(members -> Joining.of(members, listing));
  }
}
