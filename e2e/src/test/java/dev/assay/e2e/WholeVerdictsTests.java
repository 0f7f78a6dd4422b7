// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import dev.assay.critic.core.Critic;
import dev.assay.generator.core.Generator;
import dev.assay.prompts.Protocols;
import dev.assay.refine.core.Refiner;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import dev.assay.verifier.core.SampledVerdicts;
import dev.assay.verifier.core.Verifier;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one role says in its protocol, as the next one gets it. */
class WholeVerdictsTests {

  private static final String REFERENCE = "four thousand and two";
  private static final Problem PROBLEM =
      new Problem(
          ProblemFixture.ID,
          "How many primes are below 10?",
          ProblemFixture.problem().policy(),
          ProblemFixture.CLOCK.instant(),
          null,
          REFERENCE);

  private final ScriptedModel author = ScriptedModel.replying("2, 3, 5, 7, 9.\n\nSo \\boxed{5}.");
  private final ScriptedModel critic =
      ScriptedModel.replying(
          """
          It takes 9 for a prime.

          Judgement: incorrect
          Reason: 9 is 3 times 3
          Suggestions:
          1. Strike 9.
          2. Count again.""");
  private final ScriptedModel refiner = ScriptedModel.replying("2, 3, 5, 7.\n\nSo \\boxed{4}.");

  private static Role role(ScriptedModel model, String protocol) {
    return new Role(
        model, Protocols.named(protocol), 0, 1, 1_024, Duration.ofSeconds(9), ProblemFixture.CLOCK);
  }

  private Drafted drafted() {
    return new Generator(role(author, "general"))
        .draft(new AttemptEvent.Requested(PROBLEM, ProblemFixture.attempt(3).attempt()));
  }

  private Criticised criticised() {
    Criticised said = new Critic(role(critic, "refcritic")).criticise(drafted());
    var sent = EventCodec.decode(Topic.of(said), EventCodec.encode(said));
    return (Criticised) ((Decoded.Known<?>) sent).event();
  }

  @Test
  void theSuggestionsOfACriticReachTheRefiner() {
    Criticised criticised = criticised();

    Optional<Drafted> revised = new Refiner(role(refiner, "general")).refine(criticised);

    assertThat(((Flawed) criticised.critique()).step()).isEmpty();
    assertThat(refiner.prompts().getFirst())
        .contains("A reviewer objects to the solution:")
        .contains("9 is 3 times 3\nSuggestion: 1. Strike 9.\n2. Count again.");
    assertThat(revised.orElseThrow().solution().answer()).isEqualTo("4");
  }

  @Test
  void theRightAnswerReachesAVerifierAndNobodyElse() {
    Drafted revised = new Refiner(role(refiner, "general")).refine(criticised()).orElseThrow();
    ScriptedModel verifier = ScriptedModel.replying("B");

    Verdict verdict =
        new Verifier(new SampledVerdicts(role(verifier, "reference")))
            .verify(
                new VerificationEvent.Requested(
                    PROBLEM, new VerificationId(revised.solution().id(), 0), revised.solution()))
            .verdict();

    assertThat(verdict).isInstanceOf(Verdict.FirstError.class);
    assertThat(verifier.prompts().getFirst()).contains(REFERENCE);
    assertThat(author.prompts()).hasSize(1).noneMatch(each -> each.contains(REFERENCE));
    assertThat(critic.prompts()).hasSize(1).noneMatch(each -> each.contains(REFERENCE));
    assertThat(refiner.prompts()).hasSize(1).noneMatch(each -> each.contains(REFERENCE));
  }

  @Test
  void withoutTheRightAnswerThereIsNoVerdictAndItIsSaidWhy() {
    ScriptedModel verifier = ScriptedModel.replying();
    Problem unknown = ProblemFixture.problem();
    Drafted drafted = drafted();

    Verdict verdict =
        new Verifier(new SampledVerdicts(role(verifier, "reference")))
            .verify(
                new VerificationEvent.Requested(
                    unknown, new VerificationId(drafted.solution().id(), 0), drafted.solution()))
            .verdict();

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.NoVerdict.class,
            none ->
                assertThat(none.detail()).startsWith("the problem came without its right answer"));
    assertThat(verifier.requests()).isEmpty();
  }
}
