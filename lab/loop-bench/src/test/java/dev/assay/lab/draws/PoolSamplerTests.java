// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.draws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.draws.pool.PoolSettings;
import dev.assay.lab.draws.pool.PooledAttempt;
import dev.assay.lab.draws.pool.PooledProblem;
import dev.assay.lab.draws.pool.Revision;
import dev.assay.lab.draws.pool.Vote;
import dev.assay.lab.loop.BenchProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolSamplerTests {

  private static final BenchProblem PROBLEM = new BenchProblem(7, "1 + 23 =", "24");
  private static final PoolSettings SETTINGS = new PoolSettings(4, 3, 2, 6, Map.of());

  private final StudyRolesFixture script = new StudyRolesFixture();

  private PooledProblem draw(boolean blindVerifier) {
    return PoolSampler.draw(script.players(blindVerifier), SETTINGS, PROBLEM);
  }

  private static PooledAttempt wrong(PooledProblem problem) {
    return problem.attempts().stream()
        .filter(each -> each.draft().flagged())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyAttemptIsDraftedAndTheOthersOnlyVote() {
    PooledProblem problem = draw(true);

    assertThat(problem.index()).isEqualTo(7);
    assertThat(problem.attempts()).hasSize(4);
    assertThat(problem.votes()).hasSize(6).contains(new Vote("24", 1), new Vote("25", 1));
    assertThat(problem.votes().subList(0, 4))
        .extracting(Vote::answer)
        .isEqualTo(problem.attempts().stream().map(each -> each.draft().answer()).toList());
  }

  @Test
  void whatIsFlaggedIsRefinedAndJudgedAgain() {
    PooledAttempt attempt = wrong(draw(true));

    assertThat(attempt.guided()).extracting(Revision::answer).containsExactly("25", "24");
    assertThat(attempt.guided()).extracting(Revision::calls).containsExactly(2, 4);
    assertThat(attempt.guided()).extracting(Revision::accepted).containsExactly(false, true);
    assertThat(attempt.guided().getLast().verdicts()).containsExactly(1, 1, 1);
    assertThat(attempt.draft().verdicts()).containsExactly(0, 0, 0);
  }

  @Test
  void theControlGetsNoSuggestionAndAsManyRounds() {
    PooledAttempt attempt = wrong(draw(true));

    assertThat(attempt.blind()).extracting(Revision::answer).containsExactly("25", "25");
    assertThat(attempt.blind()).extracting(Revision::calls).containsExactly(4, 6);
    assertThat(script.refiner.prompts()).contains("refine 25 with 24", "refine 25 with null");
  }

  @Test
  void whatIsAcceptedIsNeitherRefinedNorHasAControl() {
    PooledAttempt right =
        draw(true).attempts().stream()
            .filter(each -> each.draft().accepted())
            .findFirst()
            .orElseThrow();

    assertThat(right.guided()).hasSize(1);
    assertThat(right.blind()).isEmpty();
  }

  @Test
  void theSameCritiqueIsPaidForOnceAndBilledEachTime() {
    PooledProblem problem = draw(true);

    assertThat(script.critic.prompts()).containsExactlyInAnyOrder("criticise 24", "criticise 25");
    assertThat(problem.attempts())
        .allSatisfy(each -> assertThat(each.draft().calls()).isEqualTo(2));
  }

  @Test
  void aVerifierThatIsNotShownTheSolutionSharesItsReplies() {
    draw(true);

    assertThat(script.verifier.prompts())
        .hasSizeBetween(3, 4 * SETTINGS.verifications())
        .containsOnly("verify 1 + 23 =");
  }

  @Test
  void aVerifierThatIsShownTheSolutionSharesThemOnlyAmongEqualOnes() {
    draw(false);

    assertThat(script.verifier.prompts()).contains("verify 24", "verify 25");
    assertThat(List.of("verify 24", "verify 25"))
        .allSatisfy(
            prompt ->
                assertThat(script.verifier.prompts().stream().filter(prompt::equals))
                    .hasSizeBetween(3, 4 * SETTINGS.verifications()));
  }

  @Test
  void theVerdictsOfAnOutcomeAreDifferentReplies() {
    PoolSettings one = new PoolSettings(1, 3, 0, 1, Map.of());
    PoolSampler.draw(script.players(true), one, PROBLEM);

    assertThat(script.verifier.requests())
        .extracting(request -> request.sampling().seed())
        .doesNotHaveDuplicates()
        .hasSize(3);
  }
}
