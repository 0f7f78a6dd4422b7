// SPDX-License-Identifier: Apache-2.0
package dev.assay.refine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Critique;
import dev.assay.contracts.Critique.Flawed;
import dev.assay.contracts.Critique.Sound;
import dev.assay.contracts.Critique.Unreadable;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.model.TransientModelException;
import dev.assay.roles.Role;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefinerTests {

  private static final Flawed FLAWED = new Flawed(2, "1+45 is not 47", "1+45=46");
  private static final String REST = "d-4*-7=82e-2+-4=-6f-6+82=22g64-22=42#42";

  @Test
  void aFlawedSolutionIsWrittenAnewFromTheFlawOn() {
    ScriptedModel model = ScriptedModel.replying(REST);

    Drafted revised = refiner(model).refine(criticised(0, FLAWED)).orElseThrow();

    assertThat(revised.solution().text()).isEqualTo(ProblemFixture.RIGHT);
    assertThat(revised.solution().answer()).isEqualTo("24");
    assertThat(revised.solution().tokens())
        .as("kept and new")
        .isEqualTo(ProblemFixture.RIGHT.length());
    assertThat(revised.model()).isEqualTo("scripted");
    assertThat(model.prompts())
        .containsExactly("S" + ProblemFixture.COMPACT + ">a9*5=54b-1+2=1c1+54=64");
  }

  @Test
  void itIsTheNextRevisionOfTheSameAttempt() {
    Criticised criticised = criticised(0, FLAWED);

    Drafted revised = refiner(ScriptedModel.replying(REST)).refine(criticised).orElseThrow();

    assertThat(revised.solution().id()).isEqualTo(criticised.solution().id().next());
    assertThat(revised.solution().id().revision()).isEqualTo(1);
    assertThat(revised.eventId()).isNotEqualTo(ProblemFixture.drafted("").eventId());
  }

  @Test
  void theRevisionIsAddedToTheBillOfTheAttempt() {
    Criticised criticised = criticised(0, FLAWED);

    Drafted revised = refiner(ScriptedModel.replying("", REST)).refine(criticised).orElseThrow();

    assertThat(revised.spend().step().calls()).isEqualTo(2);
    assertThat(revised.spend().attempt())
        .isEqualTo(criticised.spend().attempt().plus(revised.spend().step()));
    assertThat(revised.spend().attempt().calls()).isEqualTo(4);
  }

  @Test
  void nothingElseIsRefined() {
    ScriptedModel model = ScriptedModel.replying();
    Refiner refiner = refiner(model);

    assertThat(refiner.refine(criticised(0, new Sound()))).isEmpty();
    assertThat(refiner.refine(criticised(0, new Unreadable("hm")))).isEmpty();
    // Revisions are used up: the policy allows one.
    assertThat(refiner.refine(criticised(1, FLAWED))).isEmpty();
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void aRevisionWithoutAnAnswerIsAskedForOnceMoreAndThenKeptAsItIs() {
    ScriptedModel model = ScriptedModel.replying("d-4*", "d-4*-7=82");

    Drafted revised = refiner(model).refine(criticised(0, FLAWED)).orElseThrow();

    assertThat(revised.solution().answer()).isNull();
    assertThat(revised.solution().text()).isEqualTo("a9*5=45b-1+2=1c1+45=46d-4*-7=28");
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void theModelsFailureIsNoRevision() {
    TransientModelException busy = new TransientModelException("busy");

    assertThatThrownBy(() -> refiner(ScriptedModel.failing(busy)).refine(criticised(0, FLAWED)))
        .hasCause(busy);
  }

  private static Criticised criticised(int revision, Critique critique) {
    return ProblemFixture.criticised(revision, ProblemFixture.WRONG, critique);
  }

  private static Refiner refiner(ScriptedModel model) {
    return new Refiner(
        new Role(
            model,
            ProblemFixture.protocol(),
            0,
            1,
            256,
            Duration.ofSeconds(1),
            ProblemFixture.CLOCK));
  }
}
