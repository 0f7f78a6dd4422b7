// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.model.Model;
import dev.assay.prompts.Protocol;
import dev.assay.prompts.general.GeneralProtocol;
import dev.assay.roles.Role;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.LikelihoodScale;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import dev.assay.testing.ScriptedReader;
import dev.assay.verifier.core.LikelihoodVerdicts;
import dev.assay.verifier.core.SampledVerdicts;
import dev.assay.verifier.core.VerdictSource;
import dev.assay.verifier.out.LikelihoodFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which source of verdicts a configuration gets, and which are refused before any work is taken.
 */
class VerdictSourceTests {

  private static final Model READER = ScriptedReader.expecting("", 0.5);

  @TempDir private Path folder;
  private Path scale;

  @BeforeEach
  void calibrate() throws IOException {
    scale = folder.resolve("likelihood.json");
    LikelihoodFile.write(
        scale,
        LikelihoodScale.fit(
            "scripted/compact/likelihood",
            LocalDate.of(2026, 11, 25),
            List.of(new LabelledOutcome(-0.5, true))));
  }

  @Test
  void withoutAWordVerdictsAreSampled() {
    VerdictSource source = source("SAMPLED", READER, ProblemFixture.protocol(), "");

    assertThat(source).isInstanceOf(SampledVerdicts.class);
    assertThat(source.version()).isEqualTo("scripted/compact/t=0.7");
    assertThat(source.mostVerdicts()).isGreaterThanOrEqualTo(64);
  }

  @Test
  void aModelInThisProcessMayJudgeByLikelihood() {
    VerdictSource source =
        source("LIKELIHOOD", READER, ProblemFixture.protocol(), scale.toString());

    assertThat(source).isInstanceOf(LikelihoodVerdicts.class);
    assertThat(source.version()).isEqualTo("scripted/compact/likelihood");
  }

  @Test
  void aServerOfCompletionsIsRefused() {
    assertRefused(
        "assay.verifier.verdicts: likelihood: model scripted cannot say how likely",
        ScriptedModel.replying(),
        ProblemFixture.protocol(),
        scale.toString());
  }

  @Test
  void aStyleWithManySpellingsIsRefused() {
    assertRefused(
        "assay.verifier.verdicts: likelihood: protocol general",
        READER,
        new GeneralProtocol(),
        scale.toString());
  }

  @Test
  void likelihoodsThatNobodyCalibratedAreRefused() {
    assertRefused(
        "assay.verifier.verdicts: likelihood: assay.verifier.likelihood: cannot read",
        READER,
        ProblemFixture.protocol(),
        folder.resolve("none.json").toString());
  }

  private static void assertRefused(String message, Model model, Protocol protocol, String scale) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> source("LIKELIHOOD", model, protocol, scale))
        .withMessageStartingWith(message);
  }

  private static VerdictSource source(String name, Model model, Protocol protocol, String scale) {
    return new VerifierConfiguration()
        .verdictSource(
            new Role(model, protocol, 0.7, 1, 256, Duration.ofSeconds(1), InstantSource.system()),
            new VerifierProperties(
                VerifierProperties.VerdictKind.valueOf(name),
                VerifierProperties.OutcomeKind.NATIVE,
                VerifierProperties.RequestKind.WHOLE,
                scale,
                Duration.ofMillis(500),
                Duration.ofDays(1),
                ""));
  }
}
