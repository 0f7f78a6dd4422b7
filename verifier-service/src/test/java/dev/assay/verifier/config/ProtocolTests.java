// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.model.Model;
import dev.assay.prompts.PromptStyle;
import dev.assay.prompts.general.GeneralStyle;
import dev.assay.roles.Role;
import dev.assay.selection.calibration.LabelledOutcome;
import dev.assay.selection.calibration.LikelihoodScale;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import dev.assay.testing.ScriptedReader;
import dev.assay.verifier.core.LikelihoodVerdicts;
import dev.assay.verifier.core.Protocol;
import dev.assay.verifier.core.SampledVerdicts;
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

/** Which protocol a configuration gets, and which are refused before any work is taken. */
class ProtocolTests {

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
    Protocol protocol = protocol("SAMPLED", READER, ProblemFixture.style(), "");

    assertThat(protocol).isInstanceOf(SampledVerdicts.class);
    assertThat(protocol.version()).isEqualTo("scripted/compact/t=0.7");
    assertThat(protocol.mostVerdicts()).isGreaterThanOrEqualTo(64);
  }

  @Test
  void aModelInThisProcessMayJudgeByLikelihood() {
    Protocol protocol = protocol("LIKELIHOOD", READER, ProblemFixture.style(), scale.toString());

    assertThat(protocol).isInstanceOf(LikelihoodVerdicts.class);
    assertThat(protocol.version()).isEqualTo("scripted/compact/likelihood");
  }

  @Test
  void aServerOfCompletionsIsRefused() {
    assertRefused(
        "assay.verifier.protocol: likelihood: model scripted cannot say how likely",
        ScriptedModel.replying(),
        ProblemFixture.style(),
        scale.toString());
  }

  @Test
  void aStyleWithManySpellingsIsRefused() {
    assertRefused(
        "assay.verifier.protocol: likelihood: style general",
        READER,
        new GeneralStyle(),
        scale.toString());
  }

  @Test
  void likelihoodsThatNobodyCalibratedAreRefused() {
    assertRefused(
        "assay.verifier.protocol: likelihood: assay.verifier.likelihood: cannot read",
        READER,
        ProblemFixture.style(),
        folder.resolve("none.json").toString());
  }

  private static void assertRefused(String message, Model model, PromptStyle style, String scale) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> protocol("LIKELIHOOD", model, style, scale))
        .withMessageStartingWith(message);
  }

  private static Protocol protocol(String name, Model model, PromptStyle style, String scale) {
    return new VerifierConfiguration()
        .protocol(
            new Role(model, style, 0.7, 1, 256, Duration.ofSeconds(1), InstantSource.system()),
            new VerifierProperties(
                VerifierProperties.ProtocolName.valueOf(name),
                scale,
                Duration.ofMillis(500),
                5,
                Duration.ofMillis(500),
                Duration.ofDays(1),
                ""));
  }
}
