// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.grammar;

import static dev.assay.embedded.grammar.TrackingFixture.BALLS;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS_DERIVED;
import static dev.assay.embedded.grammar.TrackingFixture.BOOKS_FOLLOWED;
import static dev.assay.embedded.grammar.TrackingFixture.tracked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Verdict;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.Verdict.FirstError;
import dev.assay.embedded.grammar.ObjectShuffle.Swap;
import dev.assay.prompts.ProtocolFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingVerdictTests {

  /** Wrong at the second swap, and where the object that it comes to gets to. */
  private static final String WRONG = "aBA=AbCB=CcAC=A#1";

  private static final String WRONG_FOLLOWED = "aAC=CbCB=BcBA=A#1";

  private final ProtocolFixture style = ProtocolFixture.of(new CompactProtocol());

  @Test
  void theVerifierFollowsTheClaimedObjectFromItsFirstHolder() {
    assertThat(style.verify(BOOKS, tracked(BOOKS, BOOKS_DERIVED))).isEqualTo("U3:AC,CB,BA?C>");
    assertThat(style.verify(BOOKS, tracked(BOOKS, WRONG))).isEqualTo("U3:AC,CB,BA?A>");
  }

  @Test
  void anObjectThatGetsToThePersonAskedAboutIsCorrect() {
    assertThat(verdict(BOOKS_DERIVED, BOOKS_FOLLOWED)).hasValue(new Correct(1));
    // Whatever the lines say: an answer is verified, not its derivation.
    assertThat(verdict("aBA=AbCB=BcAC=C#3", BOOKS_FOLLOWED)).hasValue(new Correct(1));
    assertThat(verdict("#3", BOOKS_FOLLOWED)).hasValue(new Correct(1));
  }

  @Test
  void theSwapAtWhichTheWaysPartIsTheFirstError() {
    assertThat(verdict(WRONG, WRONG_FOLLOWED))
        .hasValue(
            new FirstError(
                1,
                "the step says Before swap 2 (Cleo and Ben), Cleo has what Ben ends with;"
                    + " followed from the start, Emma is with Ben after swap 2"));
  }

  @Test
  void aSingleWrongLineIsFoundWhereverItIs() {
    ObjectShuffle shuffle = TrackingQuestions.shuffle(BALLS).orElseThrow();
    for (int wrong = 0; wrong < 7; wrong++) {
      for (int person = 0; person < 7; person++) {
        String claimed = walk(shuffle.swaps().reversed(), shuffle.asked(), wrong, person);
        int first = claimed.charAt(claimed.length() - 1) - '1';
        Verdict verdict = verdict(BALLS, claimed, walk(shuffle.swaps(), first, 7, 0)).orElseThrow();

        if (verdict instanceof FirstError error) {
          assertThat(error.index()).isEqualTo(wrong);
        } else {
          assertThat(claimed).isEqualTo(walk(shuffle.swaps().reversed(), shuffle.asked(), 7, 0));
        }
      }
    }
  }

  @Test
  void ofTwoWrongLinesTheOneAboutTheEarlierSwapIsFoundThoughItIsWrittenLater() {
    assertThat(verdict("aBA=BbCB=CcAC=B#2", "aAC=BbCB=CcBA=C#3"))
        .hasValueSatisfying(verdict -> assertThat(((FirstError) verdict).index()).isEqualTo(2));
  }

  @ParameterizedTest
  @CsvSource({
    // An answer that does not follow from its lines.
    "aBA=AbCB=AcAC=C#1, 3",
    // Another swap than the question tells of, no line at all, an answer too early.
    "aAB=AbCB=CcAC=A#1, 3",
    "aBA=Ab?cAC=A#1, 3",
    "aBA=A#1, 1",
    "#1, 0",
  })
  void whatDoesNotBelongLeavesOnlyTheAnswerToBlame(String claimed, int index) {
    assertThat(verdict(claimed, WRONG_FOLLOWED))
        .hasValueSatisfying(verdict -> assertThat(((FirstError) verdict).index()).isEqualTo(index));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "aBA=AbCB=AcAC=C", "aBA=AbCB=AcAC=C#", "#4", "a9*5=54#42"})
  void anOutcomeWithoutAnAnswerHasNothingToFollow(String claimed) {
    assertThat(style.verify(BOOKS, tracked(BOOKS, claimed))).isEqualTo("U3:AC,CB,BA?B>");
    assertThat(verdict(claimed, "aAC=BbCB=CcBA=C#3")).isEmpty();
    assertThat(verdict(claimed, BOOKS_FOLLOWED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "y",
        "#2",
        // Broken off.
        "aAC=AbCB=AcBA=B",
        "aAC=AbCB=AcBA=B#",
        "aAC=AbCB=A#2",
        // Against the order of time, or about another swap.
        "aBA=AbCB=AcAC=B#2",
        "aAB=AbCB=AcBA=B#2",
        // The answer is not what its last line says.
        "aAC=AbCB=AcBA=B#1",
        // Nobody of that name, and no ways.
        "aAC=DbCB=AcBA=B#2",
        "aAC=abCB=AcBA=B#2",
        "aAC=321bCB=312cBA=132#2",
        "aAC=AbCB=AcBA=B#2#2",
      })
  void aReplyThatIsNoWayIsNoVerdict(String reply) {
    assertThat(verdict(BOOKS_DERIVED, reply)).isEmpty();
    assertThat(verdict(WRONG, reply)).isEmpty();
  }

  private Optional<Verdict> verdict(String claimed, String reply) {
    return verdict(BOOKS, claimed, reply);
  }

  private Optional<Verdict> verdict(String question, String claimed, String reply) {
    return style.readVerdict(question, tracked(question, claimed), reply);
  }

  /** The way of an object, with one line that names this person, be that right or wrong. */
  private static String walk(List<Swap> swaps, int from, int set, int person) {
    StringBuilder text = new StringBuilder();
    int holder = from;
    for (int i = 0; i < swaps.size(); i++) {
      Swap swap = swaps.get(i);
      int partner =
          holder == swap.one() ? swap.other() : holder == swap.other() ? swap.one() : holder;
      holder = i == set ? person : partner;
      text.append((char) ('a' + i))
          .append(swap.text())
          .append('=')
          .append(ObjectShuffle.letter(holder));
    }
    return text.append('#').append(holder + 1).toString();
  }
}
