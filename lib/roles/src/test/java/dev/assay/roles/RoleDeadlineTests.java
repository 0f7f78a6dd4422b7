// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static dev.assay.roles.AskingFixture.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.model.Model;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import dev.assay.testing.ScriptedReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleDeadlineTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Instant START = ProblemFixture.CLOCK.instant();

  private Instant now = START;

  @Test
  void aCallLastsNoLongerThanTheRoleAllows() {
    assertThat(timeout(Duration.ofSeconds(61))).isEqualTo(TIMEOUT);
  }

  @Test
  void aCallLastsNoLongerThanItsProblem() {
    assertThat(timeout(Duration.ofSeconds(40))).isEqualTo(Duration.ofSeconds(40));
    assertThat(timeout(Duration.ofNanos(1))).isEqualTo(Duration.ofNanos(1));
  }

  private Duration timeout(Duration left) {
    ScriptedModel model = ScriptedModel.replying("42");
    role(model).ask(asking("q", Optional::of), "s", until(START.plus(left)));
    return model.requests().getFirst().timeout();
  }

  @Test
  void afterTheDeadlineNothingIsAsked() {
    ScriptedModel model = ScriptedModel.replying();
    now = START.plusSeconds(5);

    for (Instant passed : new Instant[] {now, START, Instant.MIN}) {
      NoReplyException late =
          late(() -> role(model).ask(asking("q", Optional::of), "s", until(passed)));

      assertThat(late).hasMessageStartingWith("late: ");
      assertThat(late.mayPass()).isFalse();
      assertThat(late.spent().calls()).isZero();
    }
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void whatIsLeftAfterTheFirstReplyIsForTheSecond() {
    ScriptedModel model = passing(Duration.ofSeconds(25));

    role(model).ask(asking("q", _ -> Optional.empty()), "s", until(START.plusSeconds(40)));

    assertThat(model.requests())
        .extracting(request -> request.timeout())
        .containsExactly(Duration.ofSeconds(40), Duration.ofSeconds(15));
  }

  @Test
  void anUnreadableReplyIsAllThereIsWhereTheTimeIsUp() {
    ScriptedModel model = passing(Duration.ofSeconds(40));

    Finding<String> asked =
        role(model).ask(asking("q", _ -> Optional.empty()), "s", until(START.plusSeconds(40)));

    assertThat(model.requests()).hasSize(1);
    assertThat(asked.value()).isEmpty();
    assertThat(asked.reply()).isEqualTo("hm");
    assertThat(asked.usage().calls()).isEqualTo(1);
  }

  @Test
  void readingEndsWithItsProblemToo() {
    LikelihoodRole reader = LikelihoodRole.of(role(ScriptedReader.expecting("", 0.5)));
    now = START.plusSeconds(5);

    assertThat(
            late(
                () ->
                    reader.read(
                        ProblemFixture.QUESTION,
                        ProblemFixture.solution(0, ProblemFixture.RIGHT),
                        now)))
        .hasMessageStartingWith("late: ");
  }

  /** Every reply takes so long. */
  private ScriptedModel passing(Duration time) {
    return ScriptedModel.answering(
        _ -> {
          now = now.plus(time);
          return "hm";
        });
  }

  private static NoReplyException late(Runnable asking) {
    return catchThrowableOfType(NoReplyException.class, asking::run);
  }

  private Role role(Model model) {
    return new Role(model, ProblemFixture.protocol(), 0, 1, 256, TIMEOUT, () -> now);
  }

  private static Terms until(Instant deadline) {
    return new Terms(deadline, true);
  }
}
