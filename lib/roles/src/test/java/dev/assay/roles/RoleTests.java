// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static dev.assay.roles.AskingFixture.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.FinishReason;
import dev.assay.contracts.ReplyOrigin;
import dev.assay.contracts.Usage;
import dev.assay.model.CompletionRequest;
import dev.assay.model.PermanentModelException;
import dev.assay.model.Prompt;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.Reading;
import dev.assay.prompts.Reading.Read;
import dev.assay.prompts.Reading.Unreadable;
import dev.assay.prompts.SolvingProtocol;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(7);
  private static final Terms TERMS = Terms.of(ProblemFixture.problem());

  @Test
  void aReadableReplyIsAskedForOnce() {
    ScriptedModel model = ScriptedModel.replying("42");

    Finding<Integer> asked =
        role(model, 0.3).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    assertThat(asked.value()).hasValue(42);
    assertThat(asked.reply()).isEqualTo("42");
    assertThat(asked.tokens()).isEqualTo(2);
    assertThat(asked.usage().calls()).isEqualTo(1);
    assertThat(asked.usage().promptTokens()).isEqualTo(4);
    assertThat(asked.usage().completionTokens()).isEqualTo(2);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void theRequestSaysWhatTheRoleSays() {
    ScriptedModel model = ScriptedModel.replying("42");

    role(model, 0.3).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    CompletionRequest request = model.requests().getFirst();
    assertThat(request.prompt()).isEqualTo(Prompt.of("6*7="));
    assertThat(request.sampling().temperature()).isEqualTo(0.3);
    assertThat(request.sampling().topP()).isEqualTo(0.9);
    assertThat(request.maxTokens()).isEqualTo(123);
    assertThat(request.timeout()).isEqualTo(TIMEOUT);
    assertThat(request.topLogProbabilities()).isZero();
  }

  @Test
  void anUnreadableReplyIsAskedForOnceMore() {
    ScriptedModel model = ScriptedModel.replying("hm", "42");

    Finding<Integer> asked = role(model, 0).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    assertThat(asked.value()).hasValue(42);
    assertThat(asked.reply()).isEqualTo("42");
    assertThat(model.prompts()).containsExactly("6*7=", "6*7=");
  }

  @Test
  void twoUnreadableRepliesAreNoReadingAndEnough() {
    ScriptedModel model = ScriptedModel.replying("hm", "hmm", "42");

    Finding<Integer> asked = role(model, 0).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    assertThat(asked.value()).isEmpty();
    assertThat(asked.reply()).isEqualTo("hmm");
    assertThat(asked.tokens()).isEqualTo(3);
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void bothCallsAreOnTheBill() {
    ScriptedModel model = ScriptedModel.replying("hm", "hmm");

    Finding<Integer> asked = role(model, 0).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    assertThat(asked.usage().calls()).isEqualTo(2);
    assertThat(asked.usage().promptTokens()).isEqualTo(8);
    assertThat(asked.usage().completionTokens()).isEqualTo(5);
    assertThat(asked.usage().millis()).isNotNegative();
  }

  @Test
  void theSecondRequestIsWarmerAndAnotherDraw() {
    ScriptedModel model = ScriptedModel.replying("hm", "hmm");

    role(model, 0).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    CompletionRequest first = model.requests().get(0);
    CompletionRequest second = model.requests().get(1);
    assertThat(first.sampling().temperature()).isZero();
    assertThat(second.sampling().temperature()).isEqualTo(0.7);
    assertThat(second.sampling().seed()).isNotEqualTo(first.sampling().seed());
    assertThat(second.sampling().topP()).isEqualTo(first.sampling().topP());
  }

  @Test
  void theSecondRequestIsNeverColderThanTheFirst() {
    ScriptedModel model = ScriptedModel.replying("hm", "hmm");

    role(model, 1.3).ask(asking("6*7=", RoleTests::number), "p/0/0", TERMS);

    assertThat(model.requests())
        .extracting(request -> request.sampling().temperature())
        .containsExactly(1.3, 1.3);
  }

  @Test
  void theSameSubjectDrawsTheSameSeedsAndAnotherOthers() {
    assertThat(seeds("p/0/0")).isEqualTo(seeds("p/0/0")).doesNotHaveDuplicates();
    assertThat(seeds("p/0/0")).doesNotContainAnyElementsOf(seeds("p/0/1"));
  }

  @Test
  void aSeedOutlivesTheBuildThatDrewIt() {
    // The first eight bytes of SHA-256("p/0/0"): a redelivery may meet a newer build.
    assertThat(seeds("p/0/0").getFirst()).isEqualTo(-1078919574404666612L);
  }

  @Test
  void seedsOfManySubjectsAreDistinct() {
    List<Long> seeds = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      seeds.add(Seeds.of("p/" + i));
    }

    assertThat(seeds).doesNotHaveDuplicates();
  }

  @Test
  void whatIsKnownIsNotAskedAndCostsNothing() {
    ScriptedModel model = ScriptedModel.replying();

    Finding<Integer> asked = role(model, 0).ask(new Read<>(42, "exact arithmetic"), "p/0/0", TERMS);

    assertThat(asked)
        .isEqualTo(
            new Finding<>(
                new Read<>(42, "exact arithmetic"),
                "exact arithmetic",
                "",
                0,
                Usage.NONE,
                null,
                false,
                ReplyOrigin.UNKNOWN));
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void whatCannotBeReadWithoutAModelIsNotAskedEither() {
    ScriptedModel model = ScriptedModel.replying();
    Reading<Integer> none = new Unreadable<>("no", "a number", "hm", null);

    Finding<Integer> asked = role(model, 0).ask(none, "p/0/0", TERMS);

    assertThat(asked.value()).isEmpty();
    assertThat(asked.orElse(unreadable -> unreadable.beginning().length())).isEqualTo(2);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void aReplyMayMakeAFurtherInquiryNecessary() {
    ScriptedModel model = ScriptedModel.replying("40", "hm", "2");

    Finding<Integer> asked = role(model, 0).ask(summing(0), "p/0/0", TERMS);

    assertThat(asked.value()).hasValue(42);
    assertThat(asked.by()).isEqualTo("scripted");
    assertThat(asked.reply()).isEqualTo("2");
    assertThat(asked.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(asked.usage().calls()).isEqualTo(3);
    assertThat(model.prompts()).containsExactly("and to 0?", "and to 40?", "and to 40?");
    assertThat(model.requests())
        .extracting(request -> request.sampling().seed())
        .containsExactly(Seeds.of("p/0/0"), Seeds.of("p/0/0#next1"), Seeds.of("p/0/0#next1#again"));
  }

  @Test
  void inquiriesWithoutAnEndAreEnded() {
    ScriptedModel model = ScriptedModel.answering(_ -> "1");

    Finding<Integer> asked = role(model, 0).ask(summing(0), "p/0/0", TERMS);

    assertThat(asked.reading())
        .isEqualTo(
            new Unreadable<Integer>(
                "still to be asked: a sum", "a conclusion after 9 inquiries", "1", null));
    assertThat(model.requests()).hasSize(9);
    assertThat(asked.usage().calls()).isEqualTo(9);
  }

  /** Asks for summands until they come to 42. */
  private static Reading<Integer> summing(int sum) {
    return Reading.ask(
        "a sum",
        "and to " + sum + "?",
        reply ->
            number(reply.text())
                .map(more -> sum + more)
                .map(all -> all == 42 ? new Read<>(all, "a sum") : summing(all))
                .orElseGet(() -> new Unreadable<>("no number", "a number", reply)));
  }

  @Test
  void aProtocolThatCannotDoTheJobIsRefused() {
    assertThat(role(ScriptedModel.replying(), 0).able(SolvingProtocol.class)).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> role(ScriptedModel.replying(), 0).able(Named.class));
  }

  /** A job that nobody has. */
  private interface Named extends Protocol {}

  @Test
  void whetherAskingAgainMayHelpIsWhatTheModelSays() {
    var busy = new TransientModelException("busy");
    var refused = new PermanentModelException("no such model");

    assertThat(failure(ScriptedModel.failing(busy)))
        .hasMessage("busy")
        .hasCause(busy)
        .returns(true, NoReplyException::mayPass);
    assertThat(failure(ScriptedModel.failing(refused)))
        .hasMessage("no such model")
        .hasCause(refused)
        .returns(false, NoReplyException::mayPass);
  }

  @Test
  void theWaitThatAServerAsksForIsReportedAndNotWaited() {
    Optional<Duration> wait = Optional.of(Duration.ofMinutes(3));
    var busy = new TransientModelException("busy", null, Spent.NOTHING, wait);

    assertThat(failure(ScriptedModel.failing(busy)).retryAfter()).isEqualTo(wait);
    assertThat(failure(ScriptedModel.failing(new TransientModelException("busy"))).retryAfter())
        .isEmpty();
  }

  @Test
  void aFailureIsNotAskedAboutAgain() {
    ScriptedModel model = ScriptedModel.failing(new TransientModelException("busy"));

    assertThat(failure(model)).hasMessage("busy");

    assertThat(model.requests()).hasSize(1);
  }

  private static NoReplyException failure(ScriptedModel model) {
    return catchThrowableOfType(
        NoReplyException.class,
        () -> role(model, 0).ask(asking("q", RoleTests::number), "s", TERMS));
  }

  private static List<Long> seeds(String subject) {
    ScriptedModel model = ScriptedModel.replying("hm", "hmm");
    role(model, 0).ask(asking("6*7=", RoleTests::number), subject, TERMS);
    return model.requests().stream().map(request -> request.sampling().seed()).toList();
  }

  private static Optional<Integer> number(String reply) {
    return reply.matches("\\d+") ? Optional.of(Integer.valueOf(reply)) : Optional.empty();
  }

  private static Role role(ScriptedModel model, double temperature) {
    return new Role(
        model, ProblemFixture.protocol(), temperature, 0.9, 123, TIMEOUT, ProblemFixture.CLOCK);
  }
}
