// SPDX-License-Identifier: Apache-2.0
package dev.assay.selection;

import static dev.assay.selection.EvidenceFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Answer;
import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Expense;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.SelectionRule;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Usage;
import dev.assay.contracts.Warning;
import dev.assay.equality.answers.MathEquality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an answer says against itself. */
class AnswerWarningsTests {

  private static final ReplyOrigin USUAL =
      new ReplyOrigin(0.7, null, null, 900, "one", null, null, null);

  @Test
  void whereAllIsWellNothingIsSaid() {
    Answer answer = settled(USUAL, signs(0, 0, 0, 0, "another"), 4);

    assertThat(answer.status()).as(answer.reason()).isEqualTo(Status.VERIFIED);
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void aCutPromptIsToldAndVerifiesNothing() {
    ReplyOrigin cut = new ReplyOrigin(0.7, null, null, 900, "one", true, null, null);
    for (Answer answer :
        List.of(
            settled(cut, signs(0, 0, 0, 0, "another"), 4),
            settled(USUAL, signs(0, 0, 1, 0, "another"), 4))) {
      assertThat(answer.status()).isEqualTo(Status.UNCERTAIN);
      assertThat(answer.reason()).startsWith("a server has cut a prompt");
      assertThat(codes(answer)).containsExactly("prompt_truncated");
    }
  }

  @Test
  void theSameWeightsAreTold() {
    assertThat(codes(settled(USUAL, signs(0, 0, 0, 0, "one"), 4))).containsExactly("same_weights");
  }

  @Test
  void unreadableVerdictsAreToldFromHalfOfSeveralOnAndWhereThereAreNoOthers() {
    assertThat(codes(settled(USUAL, signs(2, 0, 0, 0, "another"), 2)))
        .containsExactly("unreadable_verdicts");
    assertThat(codes(settled(USUAL, signs(1, 0, 0, 0, "another"), 3))).isEmpty();

    Answer none = settled(USUAL, signs(4, 0, 0, 0, "another"), 0);

    assertThat(none.warnings().getFirst().message())
        .isEqualTo("none of 4 verdicts could be read: expected: a marker");
    assertThat(none.reason()).endsWith("; none of 4 verdicts could be read: expected: a marker");
  }

  @Test
  void forcedEndingsAndPartsOfSolutionsAreTold() {
    ReplyOrigin forced = new ReplyOrigin(0.7, null, null, 900, "one", null, null, true);

    assertThat(settled(forced, signs(0, 2, 0, 1, "another"), 4).warnings())
        .extracting(Warning::code)
        .containsExactly("solution_shortened", "forced_endings");
  }

  @Test
  void aCostThatIsNoSumIsToldAsSuch() {
    Expense euros = Expense.of("EUR", new BigDecimal("0.25"));
    FinalSolution priced = solution(USUAL, signs(0, 0, 0, 0, "another"), 4, euros);
    FinalSolution free = solution(USUAL, signs(0, 0, 0, 0, "another"), 4, null);

    assertThat(codes(settled(priced))).isEmpty();
    assertThat(codes(settled(free))).isEmpty();
    assertThat(settled(priced, free).usage().cost()).isEqualTo(new Expense(euros.amounts(), 1));
    assertThat(settled(priced, free).warnings().getFirst().message())
        .isEqualTo(
            "the cost is no sum of all calls: 1 have no price, and there are amounts in EUR");
  }

  private static VerdictSigns signs(
      int unreadable, int forced, int truncated, int shortened, String weights) {
    String unread = unreadable == 0 ? null : "expected: a marker";
    return new VerdictSigns(0, unreadable, forced, truncated, shortened, Set.of(weights), unread);
  }

  private static List<String> codes(Answer answer) {
    return answer.warnings().stream().map(Warning::code).toList();
  }

  private static Answer settled(ReplyOrigin reply, VerdictSigns signs, int readable) {
    return settled(solution(reply, signs, readable, null));
  }

  private static FinalSolution solution(
      ReplyOrigin reply, VerdictSigns signs, int readable, @Nullable Expense cost) {
    return new FinalSolution(
        new SolutionId(new AttemptId(ID, 0), 0),
        "4",
        null,
        true,
        5,
        new Usage(1, 10, 5, 100, cost),
        new VerdictTally(4, 4, readable, readable, Usage.NONE, signs),
        reply,
        null);
  }

  private static Answer settled(FinalSolution... alike) {
    List<FinalSolution> solutions =
        IntStream.range(0, alike.length)
            .mapToObj(
                k ->
                    new FinalSolution(
                        new SolutionId(new AttemptId(ID, k), 0),
                        alike[k].answer(),
                        null,
                        true,
                        5,
                        alike[k].spent(),
                        alike[k].verdicts(),
                        alike[k].reply(),
                        null))
            .toList();
    Decision decision =
        new Selection(Assurance.NONE)
            .decide(
                EvidenceFixture.problem(
                    EvidenceFixture.policy(alike.length, 4, SelectionRule.PESSIMISTIC)),
                new Evidence(alike.length, solutions, List.of())
                    .grouped(new MathEquality().to("?")),
                EvidenceFixture.START);
    return ((Decision.Settle) decision).answer();
  }
}
