// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.lab.overhead.ideal.CallStage;
import dev.assay.lab.overhead.ideal.PacedCall;
import dev.assay.model.Reply;
import dev.assay.model.Reply.Finish;
import dev.assay.prompts.Draft;
import dev.assay.prompts.Reading;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.testing.ProblemFixture;
import org.junit.jupiter.api.Test;

class PacedRepliesTests {

  private static final GeneralProtocol PROTOCOL = new GeneralProtocol();
  private static final String QUESTION = PacedQuestions.of(12, 300);

  private final PacedReplies replies = new PacedReplies();

  @Test
  void theyAreReadByTheGeneralProtocol() {
    Draft draft = answered(PROTOCOL.solve(QUESTION), new PacedCall(12, 0, CallStage.DRAFT, 0));
    assertThat(draft.answer()).isEqualTo("137");
    assertThat(draft.steps()).hasSize(3);

    Solution solution = solution(draft);
    assertThat(
            answered(
                PROTOCOL.criticise(QUESTION, solution),
                new PacedCall(12, 0, CallStage.CRITIQUE, 0)))
        .isEqualTo(new Sound());
    assertThat(
            answered(
                PROTOCOL.verify(QUESTION, solution), new PacedCall(12, 0, CallStage.VERDICT, 0)))
        .isEqualTo(new Correct(1));
  }

  @Test
  void everyCallIsKnownAndNoReplyIsACopy() {
    PacedReplies.Said first = replies.to(PacedQuestions.prompt(7, 0, CallStage.DRAFT));
    PacedReplies.Said second = replies.to(PacedQuestions.prompt(7, 0, CallStage.DRAFT));
    assertThat(first.call()).isEqualTo(new PacedCall(7, 0, CallStage.DRAFT, 0));
    assertThat(second.call()).isEqualTo(new PacedCall(7, 1, CallStage.DRAFT, 0));
    assertThat(first.text()).isNotEqualTo(second.text());

    PacedReplies.Said verdict = replies.to(PacedQuestions.prompt(7, 1, CallStage.VERDICT));
    PacedReplies.Said other = replies.to(PacedQuestions.prompt(7, 1, CallStage.VERDICT));
    assertThat(verdict.call()).isEqualTo(new PacedCall(7, 1, CallStage.VERDICT, 0));
    assertThat(other.call()).isEqualTo(new PacedCall(7, 1, CallStage.VERDICT, 1));
    assertThat(verdict.text()).isNotEqualTo(other.text());
    assertThat(replies.to(PacedQuestions.prompt(7, 1, CallStage.CRITIQUE)).call())
        .isEqualTo(new PacedCall(7, 1, CallStage.CRITIQUE, 0));
  }

  @Test
  void questionsAreAsLongAsTheyAreWanted() {
    assertThat(PacedQuestions.of(3, 0)).isEqualTo("What is 103 + 25? (This is item-3.)");
    assertThat(PacedQuestions.of(3, 4096)).hasSizeBetween(4096, 4200);
  }

  private static Solution solution(Draft draft) {
    SolutionId id = new SolutionId(new AttemptId(ProblemFixture.ID, 0), 0);
    return new Solution(id, draft.text(), draft.steps(), draft.answer(), 50);
  }

  private <T> T answered(Reading<T> opening, PacedCall call) {
    Reading.Inquiry<T> inquiry = ((Reading.Ask<T>) opening).next();
    PacedReplies.Said said = replies.to(inquiry.prompt().text());
    assertThat(said.call()).isEqualTo(call);
    Reading<T> read = inquiry.read(new Reply(said.text(), Finish.STOP, 1, 1));
    return ((Reading.Read<T>) read).value();
  }
}
