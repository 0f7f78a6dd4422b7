// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.ParsedAnswer.Chosen;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.text.WorkBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer to a question that lists options: by letter, by what an option says, or by both.
 *
 * @param texts what the options say, as answers of their own
 */
record Choices(Map<Character, ParsedAnswer> texts) {

  static final Choices NONE = new Choices(Map.of());

  private static final String LEAD =
      "(?:(?:[Tt]he )?(?:[Cc]orrect |[Rr]ight |[Bb]est )?"
          + "(?:[Oo]ption|[Cc]hoice|[Aa]nswer)s?(?: is)?:? )?";

  private static final Pattern LETTER = Pattern.compile(LEAD + "(\\(?)([A-Ja-j])(\\)?[).:]?)");

  private static final Pattern MARKED =
      Pattern.compile(LEAD + "(?:\\(([A-Ja-j])\\)|([A-Ja-j])(?:[.):,]| -))\\s?(.+)");

  private static final Pattern BEHIND = Pattern.compile("(.+?)\\s?\\(([A-J])\\)");

  private static final Pattern RUN = Pattern.compile("[A-J]{2,10}");
  private static final Pattern BETWEEN = Pattern.compile("\\s?(?:,|;|&|\\band\\b|\\bor\\b)\\s?");
  private static final Pattern TEXT = Pattern.compile("\\\\text\\s?\\{([^{}]*)\\}");

  static Choices of(AnswerOptions options) {
    Map<Character, ParsedAnswer> texts = new TreeMap<>();
    options
        .texts()
        .forEach(
            (letter, text) ->
                texts.put(
                    letter,
                    new WorkBudget(MathEquality.LEAST)
                        .run(() -> AnswerReader.read(text), () -> new Words(text))));
    return texts.isEmpty() ? NONE : new Choices(texts);
  }

  /** The option or options; empty if the answer is none of them. */
  Optional<ParsedAnswer> read(String text) {
    if (texts.isEmpty() || text.length() > MathEquality.LONGEST) {
      return Optional.empty();
    }
    String plain = TEXT.matcher(AnswerNormalization.off(text)).replaceAll("$1").strip();
    ParsedAnswer read = AnswerReader.read(text);
    Matcher letter = LETTER.matcher(plain);
    if (letter.matches() && has(letter.group(2))) {
      boolean bare = letter.group(1).isEmpty() && letter.group(3).isEmpty();
      return bare && saysAnother(letter.group(2), read)
          ? Optional.of(new Words(plain))
          : Optional.of(chosen(letter.group(2)));
    }
    return several(plain).or(() -> marked(plain)).or(() -> said(read));
  }

  private boolean has(String letter) {
    return texts.containsKey(key(letter));
  }

  private static char key(String letter) {
    return Character.toUpperCase(letter.charAt(0));
  }

  private Chosen chosen(String letter) {
    return new Chosen(key(letter), texts.getOrDefault(key(letter), new Words("")));
  }

  /** Where option A says "B", a letter alone may be either. */
  private boolean saysAnother(String letter, ParsedAnswer read) {
    return texts.entrySet().stream()
        .anyMatch(each -> each.getKey() != key(letter) && isSaid(each.getValue(), read));
  }

  private static boolean isSaid(ParsedAnswer option, ParsedAnswer answer) {
    return ComparedAnswers.of(option, answer) == Judgement.EQUAL;
  }

  /** A letter with its text; where the two do not fit, nobody knows which one is meant. */
  private Optional<ParsedAnswer> marked(String plain) {
    Matcher marked = MARKED.matcher(plain);
    if (marked.matches()) {
      String letter = marked.group(1) == null ? marked.group(2) : marked.group(1);
      return with(letter, marked.group(3), plain);
    }
    Matcher behind = BEHIND.matcher(plain);
    return behind.matches() ? with(behind.group(2), behind.group(1), plain) : Optional.empty();
  }

  private Optional<ParsedAnswer> with(String letter, String said, String plain) {
    if (!has(letter)) {
      return Optional.empty();
    }
    Chosen chosen = chosen(letter);
    ParsedAnswer text = AnswerReader.read(said);
    boolean fits = ComparedAnswers.of(chosen.text(), text) != Judgement.DIFFERENT;
    return Optional.of(fits && !saysAnother(letter, text) ? chosen : new Words(plain));
  }

  /** Letters in a row, or with a comma or a word between. */
  private Optional<ParsedAnswer> several(String plain) {
    List<String> parts =
        RUN.matcher(plain).matches()
            ? List.of(plain.split("", -1)).stream().filter(each -> !each.isEmpty()).toList()
            : List.of(BETWEEN.split(plain, -1));
    Map<Character, ParsedAnswer> chosen = new TreeMap<>();
    for (String part : parts) {
      Matcher letter = LETTER.matcher(part);
      boolean listed = letter.matches() && has(letter.group(2)) && isCapital(letter.group(2), part);
      if (!listed || chosen.put(key(letter.group(2)), chosen(letter.group(2))) != null) {
        return Optional.empty();
      }
    }
    Order order = plain.contains(" or ") ? Order.EITHER : Order.ALL;
    return chosen.size() < 2
        ? Optional.empty()
        : Optional.of(new Several(List.copyOf(chosen.values()), false, order));
  }

  /** Small letters are variables unless they are marked. */
  private static boolean isCapital(String letter, String part) {
    return Character.isUpperCase(letter.charAt(0)) || part.length() > 1;
  }

  /** The one option that says the same. */
  private Optional<ParsedAnswer> said(ParsedAnswer answer) {
    List<ParsedAnswer> same =
        texts.entrySet().stream()
            .filter(each -> isSaid(each.getValue(), answer))
            .<ParsedAnswer>map(each -> new Chosen(each.getKey(), each.getValue()))
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }
}
