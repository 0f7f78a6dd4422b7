// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static dev.assay.embedded.grammar.TrackingFixture.BALLS;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS;
import static dev.assay.embedded.grammar.TrackingFixture.DANCERS;
import static dev.assay.embedded.grammar.TrackingFixture.GIFTS;
import static dev.assay.embedded.grammar.TrackingFixture.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TrackingQuestionTests {

  @Test
  void everyKindOfStoryIsRead() {
    assertThat(text(BOOKS)).hasValue("3:AC,CB,BA?B");
    assertThat(text(DANCERS)).hasValue("3:BA,AC,AB?C");
    assertThat(text(TEAM)).hasValue("3:AB,AC,CB?C");
    assertThat(text(GIFTS)).hasValue("5:BA,AE,CE,AD,BE?B");
    assertThat(text(BALLS)).hasValue("7:AG,BF,CE,DA,EB,FC,GD?G");
  }

  @Test
  void namesAreKeptForThoseWhoReadTheSteps() {
    TrackingQuestion question = TrackingQuestions.of(BOOKS).orElseThrow();

    assertThat(question.people()).containsExactly("Ann", "Ben", "Cleo");
    assertThat(question.objects()).containsExactly("Emma", "Pride and Prejudice", "Catch-22");
    assertThat(TrackingQuestions.of(GIFTS).orElseThrow().objects()).contains("orange ball");
  }

  @Test
  void peopleGoByTheOptionTheyHoldAtTheStart() {
    String shuffled =
        BOOKS
            .replace("(A) Emma", "(A) Catch-22")
            .replace("(B) Pride and Prejudice", "(B) Emma")
            .replace("(C) Catch-22", "(C) Pride and Prejudice");

    assertThat(text(shuffled)).hasValue("3:BA,AC,CB?C");
    assertThat(TrackingQuestions.of(shuffled).orElseThrow().people())
        .containsExactly("Cleo", "Ann", "Ben");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann gets Emma, Ben gets Pride|Ann has Emma, Ben holds Pride",
        "Ann gets Emma, Ben gets Pride and Prejudice,|Ben gets Pride and Prejudice, Ann gets Emma,",
        "Ann, Ben, and Cleo are|Ann, Ben and Cleo are",
        "(C) Catch-22.|(C) Catch-22",
        "Then, Cleo|Next, Cleo",
        "Finally, Ben and Ann swap books|Lastly, Ben and Ann exchange their books",
        "Ben has|Ben has:",
        "Ann gets|Ann gets the",
        "(A) Emma|(A) the Emma",
        "As the semester proceeds, they start trading around the new books. |''",
      })
  void theSameStoryInOtherWordsIsTheSameProblem(String words, String others) {
    assertThat(BOOKS).contains(words);
    assertThat(text(BOOKS.replace(words, others))).isEqualTo(text(BOOKS));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\n", "  \n\n\t"})
  void spacesAreNoDifference(String space) {
    assertThat(text(space + BOOKS.replace("\n", space) + space)).isEqualTo(text(BOOKS));
  }

  @Test
  void namesMayBeOfAnyLanguage() {
    assertThat(
            text(
                BOOKS
                    .replace("Ann", "Zo\u00eb-L\u00ea")
                    .replace("Cleo", "\u0416\u0435\u043d\u044f")))
        .isEqualTo(text(BOOKS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Another number of people, of swaps, of objects or of options.
        "Ann, Ben, and Cleo are|Ann and Ben are",
        "Ann, Ben, and Cleo are|Ann, Ben, Cleo, and Dan are",
        "Ann, Ben, and Cleo are|Ann, Ben, Cleo, Dan, and Eli are",
        "Then, Cleo and Ben swap books. |''",
        "Then, Cleo and Ben swap|Then, Cleo and Ben swap books. Then, Cleo and Ben swap",
        ", and Cleo gets Catch-22|''",
        "and Cleo gets Catch-22|Cleo gets Catch-22, and Cleo gets Ulysses",
        "(C) Catch-22.|''",
        "(C) Catch-22.|(C) Catch-22. (D) Ulysses.",
        "Options:|''",
        "Options:|Choices",
        // People and objects that are not known, or not one each.
        "First, Ann and Cleo|First, Ann and Dan",
        "First, Ann and Cleo|First, Ann and Ann",
        "First, Ann and Cleo|First, they and Cleo",
        "Ben has|Dan has",
        "Ben has|nobody has",
        "Ann gets|Dan gets",
        "Ann gets|Ben gets",
        "Ann, Ben, and Cleo are|Ann, Ann, and Cleo are",
        "Ann, Ben, and Cleo are|Ann, Ben, and Dan are",
        "Ann gets Emma|Ann gets Ulysses",
        "Ann gets Emma|Ann gets Catch-22",
        "(A) Emma|(A) Ulysses",
        "(A) Emma|(A) Catch-22",
        "(A) Emma|(A)",
        "(A) Emma|(D) Emma",
        "(A) Emma|(B) Emma",
        "(A) Emma|(a) Emma",
        "(A) Emma.|Emma. (A) Emma.",
        // What might be about the objects and is not understood.
        "Ann gets Emma|Ann does not get Emma",
        "Then, Cleo and Ben swap books|Then, Cleo and Ben do not swap books",
        "Then, Cleo and Ben swap books|Then, Cleo and Ben swap books twice",
        "Then, Cleo and Ben swap books|Then, Cleo gives Ben a book",
        "Then, Cleo and Ben swap|Then it rains. Then, Cleo and Ben swap",
        "Then, Cleo and Ben swap|Then, Ann, Cleo and Ben swap",
        "First, Ann|Before that, Ann",
        "they start trading|Ann and Ben start trading",
        "they start trading around the new books|they all go home",
        "At the end of the|After the first half of the",
        "At the end of the|At the start of the",
        "semester, Ben has|semester, Ben does not have",
        "semester, Ben has|semester, Ben had",
        "(C) Catch-22.|(C) Catch-22. Answer with a letter.",
        "Ann, Ben|Remember: Ann, Ben",
      })
  void whatIsNotUnderstoodIsNotGuessed(String words, String others) {
    assertThat(BOOKS).contains(words);
    assertThat(text(BOOKS.replace(words, others))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "What is the capital of France?", "(1+2+3+4)*(1+2+3+4)", "?"})
  void otherQuestionsAreOutOfReach(String question) {
    assertThat(text(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", " ", "a ", "A, ", "A and ", "(A) ", ". ", "First, A and B swap books. ", ":"})
  void hostileTextIsRefusedInGoodTime(String piece) {
    assertThat(text(piece.repeat(1_000_000 / piece.length()))).isEmpty();
    for (int at = 0; at < BOOKS.length(); at += 7) {
      String inserted = piece.repeat((3_900 - BOOKS.length()) / piece.length());
      text(BOOKS.substring(0, at) + inserted + BOOKS.substring(at));
      text(BOOKS.substring(0, at) + inserted);
    }
  }

  @Test
  void aChangedQuestionIsReadAsTheProblemItIsOrNotAtAll() {
    Random random = new Random(20_261_125);
    int read = 0;

    for (int i = 0; i < 5_000; i++) {
      Optional<String> text = text(changed(random));
      read += text.isPresent() ? 1 : 0;
      assertThat(text.orElse("3:AB,AB,AB?A")).matches("3:[ABC]{2},[ABC]{2},[ABC]{2}\\?[ABC]");
    }

    assertThat(read).isBetween(100, 4_500);
  }

  /** The question with a few of its characters replaced by others of it. */
  private static String changed(Random random) {
    StringBuilder text = new StringBuilder(BOOKS);
    for (int i = 0; i <= random.nextInt(3); i++) {
      text.setCharAt(random.nextInt(text.length()), BOOKS.charAt(random.nextInt(BOOKS.length())));
    }
    return text.toString();
  }

  private static Optional<String> text(String question) {
    return TrackingQuestions.shuffle(question).map(ObjectShuffle::text);
  }
}
