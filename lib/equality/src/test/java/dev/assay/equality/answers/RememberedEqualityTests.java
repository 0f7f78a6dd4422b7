// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.equality.answers.AnswerEquality.Pairs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedEqualityTests {

  private final List<String> made = new ArrayList<>();
  private final AnswerEquality remembered = new RememberedEquality(new Recording());

  /** Notes each list that it reads and each comparison that it makes. */
  private final class Recording implements AnswerEquality {

    private final AnswerEquality equality = new MathEquality();

    @Override
    public Judgement compare(String one, String other) {
      made.add(one + " " + other);
      return equality.compare(one, other);
    }

    @Override
    public Pairs over(List<String> answers) {
      made.add("reads " + answers);
      return AnswerEquality.super.over(answers);
    }
  }

  @Test
  void aComparisonIsMadeOnceWhateverTheList() {
    Pairs first = remembered.over(List.of("24", "24.0"));
    assertThat(made).isEmpty();

    assertThat(first.compare(0, 1)).isEqualTo(Judgement.EQUAL);
    assertThat(first.compare(0, 1)).isEqualTo(Judgement.EQUAL);
    assertThat(remembered.compare("24", "24.0")).isEqualTo(Judgement.EQUAL);

    assertThat(made).containsExactly("reads [24, 24.0]", "24 24.0");
  }

  @Test
  void ofALongerListOnlyTheNewPairsAreCompared() {
    remembered.over(List.of("24", "24.0")).compare(0, 1);
    made.clear();

    Pairs longer = remembered.over(List.of("7", "24", "24.0"));

    assertThat(longer.compare(1, 2)).isEqualTo(Judgement.EQUAL);
    assertThat(made).isEmpty();
    assertThat(longer.compare(0, 1)).isEqualTo(Judgement.DIFFERENT);
    assertThat(made).containsExactly("reads [7, 24, 24.0]", "7 24");
  }

  @Test
  void whatIsKnownOfAQuestionIsKnownOfThatQuestionOnly() {
    AnswerEquality options =
        new RememberedEquality(
            new AnswerEquality() {
              @Override
              public Judgement compare(String one, String other) {
                return Judgement.UNKNOWN;
              }

              @Override
              public AnswerEquality to(String question) {
                made.add("reads " + question);
                return (one, other) -> Judgement.EQUAL;
              }
            });

    assertThat(options.to("Which?").compare("B", "blue")).isEqualTo(Judgement.EQUAL);
    assertThat(options.to("Which?").compare("B", "blue")).isEqualTo(Judgement.EQUAL);
    assertThat(options.compare("B", "blue")).isEqualTo(Judgement.UNKNOWN);

    assertThat(made).containsExactly("reads Which?");
  }
}
