// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Quantity;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Tuple;
import dev.assay.equality.answers.ParsedAnswer.Words;
import dev.assay.equality.math.Formula;
import dev.assay.equality.math.Rational;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the question says about its answers: what they are chosen from, and whether their order
 * counts.
 *
 * @param order of a list, where the question says so
 */
record Asked(Choices choices, Optional<Order> order, Set<String> kinds) {

  static final Asked NOTHING = new Asked(Choices.NONE, Optional.empty(), Set.of());

  private static final int LONGEST_QUESTION = 32_768;

  private static final String SCORE = "SCORE";
  private static final String SYMBOL = "SYMBOL";
  private static final int LONGEST_KIND = 40;

  private static final Pattern SCORES =
      Pattern.compile("([0-9]{1,3}) ?(?:-{1,2}|:| to ) ?([0-9]{1,3})");

  private static final Pattern FORMULA = Pattern.compile("[A-Z][A-Za-z]{0,3}");

  private static final List<TextTable.Row> PHRASES = TextTable.of(Asked.class, "questions.tsv");

  static Asked of(String question) {
    return question.isBlank() || question.length() > LONGEST_QUESTION
        ? NOTHING
        : new Asked(Choices.of(AnswerOptions.of(question)), order(question), kinds(question));
  }

  private static Optional<Order> order(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    return says(lower, Order.FIXED.name()) ? Optional.of(Order.FIXED) : free(lower);
  }

  /** What is asked for, if it is written in a way of its own. */
  private static Set<String> kinds(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    return Stream.of(SCORE, SYMBOL)
        .filter(kind -> says(lower, kind))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Order> free(String question) {
    return says(question, Order.NONE.name()) ? Optional.of(Order.NONE) : Optional.empty();
  }

  private static boolean says(String question, String kind) {
    return PHRASES.stream()
        .filter(row -> row.get("order").equals(kind))
        .anyMatch(row -> question.contains(row.get("phrase")));
  }

  /** Reads an answer as one to this question. */
  ParsedAnswer read(String text) {
    return choices
        .read(text)
        .or(() -> inKind(text))
        .orElseGet(() -> inOrder(AnswerReader.read(text)));
  }

  /** A score is no difference, and capitals make a formula: NO is no "No". */
  private Optional<ParsedAnswer> inKind(String text) {
    if (kinds.isEmpty() || text.length() > LONGEST_KIND) {
      return Optional.empty();
    }
    String bare = AnswerNormalization.off(text);
    Matcher score = SCORES.matcher(bare);
    if (kinds.contains(SCORE) && score.matches()) {
      return Optional.of(new Tuple(List.of(points(score, 1), points(score, 2)), false));
    }
    boolean symbol = kinds.contains(SYMBOL) && FORMULA.matcher(bare).matches();
    return symbol ? Optional.of(new Words(bare)) : Optional.empty();
  }

  private static ParsedAnswer points(Matcher score, int group) {
    return new Quantity(Formula.of(Rational.of(Long.parseLong(score.group(group)))), Unit.NONE);
  }

  private ParsedAnswer inOrder(ParsedAnswer answer) {
    boolean open =
        answer instanceof Several several
            && (several.order() == Order.LISTED
                || several.order() == Order.ALL
                || (several.order() == Order.EITHER && order.equals(Optional.of(Order.NONE))));
    return open ? ((Several) answer).in(order.orElse(((Several) answer).order())) : answer;
  }
}
