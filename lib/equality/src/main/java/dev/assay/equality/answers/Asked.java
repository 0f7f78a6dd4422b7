// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the question says about its answers: what they are chosen from, and whether their order
 * counts.
 *
 * @param order of a list, where the question says so
 */
record Asked(Choices choices, Optional<Order> order) {

  static final Asked NOTHING = new Asked(Choices.NONE, Optional.empty());

  private static final int LONGEST_QUESTION = 32_768;

  private static final List<TextTable.Row> PHRASES = TextTable.of(Asked.class, "questions.tsv");

  static Asked of(String question) {
    return question.isBlank() || question.length() > LONGEST_QUESTION
        ? NOTHING
        : new Asked(Choices.of(AnswerOptions.of(question)), order(question));
  }

  private static Optional<Order> order(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    return says(lower, Order.FIXED) ? Optional.of(Order.FIXED) : free(lower);
  }

  private static Optional<Order> free(String question) {
    return says(question, Order.NONE) ? Optional.of(Order.NONE) : Optional.empty();
  }

  private static boolean says(String question, Order order) {
    return PHRASES.stream()
        .filter(row -> row.get("order").equals(order.name()))
        .anyMatch(row -> question.contains(row.get("phrase")));
  }

  /** Reads an answer as one to this question. */
  ParsedAnswer read(String text) {
    return choices.read(text).orElseGet(() -> inOrder(AnswerReader.read(text)));
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
