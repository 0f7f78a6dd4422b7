// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import static dev.assay.lab.critics.judging.JudgementFixture.ballot;
import static dev.assay.lab.critics.judging.JudgementFixture.solution;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.critics.labelled.LabelledSolution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BallotTests {

  private static final LabelledSolution SOLUTION = solution("set", "1", 1);

  @Test
  void theStepOfMostVotesWins() {
    assertThat(ballot(SOLUTION, 1, -1, 1).majority()).isEqualTo(Map.of(1, 1.0));
  }

  @Test
  void whatCannotBeReadIsNoVote() {
    Ballot ballot = ballot(SOLUTION, null, null, 2);

    assertThat(ballot.majority()).isEqualTo(Map.of(2, 1.0));
    assertThat(ballot.single()).isEqualTo(Map.of(2, 1.0 / 3, Ballot.UNREAD, 2.0 / 3));
    assertThat(ballot.passShare()).hasValue(0);
  }

  @Test
  void aFlagWithoutAStepIsAVoteOfItsOwn() {
    Judgement flag = JudgementFixture.flag(SOLUTION, 0);

    assertThat(new Ballot(SOLUTION, List.of(flag), 0).majority())
        .isEqualTo(Map.of(Ballot.SOMEWHERE, 1.0));
    assertThat(new Ballot(SOLUTION, List.of(flag), 0).passShare()).hasValue(0);
  }

  @Test
  void stepsThatTieShare() {
    assertThat(ballot(SOLUTION, 0, -1, 0, -1, 2).majority()).isEqualTo(Map.of(0, 0.5, -1, 0.5));
  }

  @Test
  void nothingReadableIsNothing() {
    Ballot ballot = ballot(SOLUTION, null, null);

    assertThat(ballot.majority()).isEqualTo(Map.of(Ballot.UNREAD, 1.0));
    assertThat(ballot.passShare()).isEmpty();
  }

  @Test
  void whatIsMissingCountsAsUnread() {
    Ballot ballot = new Ballot(SOLUTION, ballot(SOLUTION, -1).votes(), 1);

    assertThat(ballot.single()).isEqualTo(Map.of(-1, 0.5, Ballot.UNREAD, 0.5));
    assertThat(new Ballot(SOLUTION, List.of(), 2).majority()).containsOnlyKeys(Ballot.UNREAD);
  }

  @Test
  void thePassShareIsOfReadableVotes() {
    assertThat(ballot(SOLUTION, -1, -1, 0, null).passShare()).hasValue(2.0 / 3);
  }
}
