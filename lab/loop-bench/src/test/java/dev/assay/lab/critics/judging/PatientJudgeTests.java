// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.critics.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lab.draws.StudyRole;
import dev.assay.model.Spent;
import dev.assay.model.TransientModelException;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.Role;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientJudgeTests {

  private final List<Duration> waits = new ArrayList<>();

  private PatientJudge failing(@Nullable Duration retryAfter) {
    ScriptedModel model =
        ScriptedModel.failing(
            new TransientModelException(
                "busy", null, Spent.ONE_CALL, Optional.ofNullable(retryAfter)));
    Role role =
        new Role(
            model,
            new GeneralProtocol(),
            0,
            1,
            99,
            Duration.ofSeconds(9),
            InstantSource.fixed(Instant.EPOCH));
    Judge judge = new Judge(JudgingRole.CRITIC, new StudyRole(role, "somebody's"));
    return new PatientJudge(judge, 1, waits::add);
  }

  @Test
  void whatMayPassIsWaitedForEachTimeLonger() {
    assertThat(failing(null).judge(JudgementFixture.solution("set", "1", 0), 0)).isEmpty();

    assertThat(waits).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 4000L);
  }

  @Test
  void aServerSaysHowLongToWaitWithinReason() {
    assertThat(failing(Duration.ofHours(1)).judge(JudgementFixture.solution("set", "1", 0), 0))
        .isEmpty();

    assertThat(waits).hasSize(4).containsOnly(Duration.ofMinutes(1));
  }
}
