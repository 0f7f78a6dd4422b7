// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.overhead.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Json;
import dev.assay.contracts.Solution;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.lab.overhead.ideal.AskedProblem;
import dev.assay.lab.overhead.ideal.CallPace;
import dev.assay.lab.overhead.ideal.CallStage;
import dev.assay.lab.overhead.ideal.GridShape;
import dev.assay.lab.overhead.ideal.PacedCall;
import dev.assay.lab.overhead.load.BareAsker;
import dev.assay.lab.overhead.load.LoadRun;
import dev.assay.model.Reply;
import dev.assay.prompts.Reading;
import dev.assay.prompts.general.GeneralProtocol;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacedModelServerTests {

  private static final GeneralProtocol PROTOCOL = new GeneralProtocol();
  private static final String QUESTION = PacedQuestions.of(12, 0);

  @Test
  void repliesSuitTheGeneralProtocol() {
    PacedReplies replies = new PacedReplies();

    String draft = replies.to(prompt(PROTOCOL.solve(QUESTION))).text();
    Solution solution = ReadReplies.solution(PROTOCOL, QUESTION, draft);
    assertThat(solution.answer()).isEqualTo("137");
  }

  @Test
  void everyCallIsKnown() {
    PacedReplies replies = new PacedReplies();

    assertThat(replies.to(PacedQuestions.prompt(7, 0, CallStage.DRAFT)).call())
        .isEqualTo(new PacedCall(7, 0, CallStage.DRAFT, 0));
    assertThat(replies.to(PacedQuestions.prompt(7, 0, CallStage.DRAFT)).call())
        .isEqualTo(new PacedCall(7, 1, CallStage.DRAFT, 0));
    assertThat(replies.to(PacedQuestions.prompt(7, 1, CallStage.CRITIQUE)).call())
        .isEqualTo(new PacedCall(7, 1, CallStage.CRITIQUE, 0));
    assertThat(replies.to(PacedQuestions.prompt(7, 1, CallStage.VERDICT)).call())
        .isEqualTo(new PacedCall(7, 1, CallStage.VERDICT, 0));
    assertThat(replies.to(PacedQuestions.prompt(7, 1, CallStage.VERDICT)).call())
        .isEqualTo(new PacedCall(7, 1, CallStage.VERDICT, 1));
  }
}
