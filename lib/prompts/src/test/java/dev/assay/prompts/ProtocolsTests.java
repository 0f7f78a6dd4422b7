// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.ModelSource;
import dev.assay.prompts.general.GeneralProtocol;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsTests {

  private static final ModelSource SERVER =
      new ModelSource(
          null, Path.of("some"), "http://localhost:8000/v1", "m", "secret", null, null, null);
  private static final ModelSource FOLDER =
      new ModelSource(null, Path.of("some"), null, null, null, null, null, null);

  /** Can do nothing but refuse. */
  private static final class SilentProtocol implements Protocol {

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Optional<String> refusal(String question) {
      return Optional.of("it says nothing");
    }
  }

  @Test
  void aProtocolIsFoundByTheNameThatItHas() {
    assertThat(Protocols.named("general")).isInstanceOf(GeneralProtocol.class);
    assertThat(Protocols.of("general", FOLDER)).isInstanceOf(GeneralProtocol.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " compact", "Compact", "DeepCritic"})
  void anotherNameIsAnsweredWithTheNamesThereAre(String name) {
    assertThatThrownBy(() -> Protocols.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("protocol: " + name + " (expected: ")
        .hasMessageContaining("general");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void whereNobodyNamesOneTheModelDecides(String style) {
    assertThat(Protocols.of(style, SERVER)).isInstanceOf(GeneralProtocol.class);
    assertThatThrownBy(() -> Protocols.of(style, FOLDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("protocol: none is named, and none suits ModelSource[")
        .hasMessageEndingWith(
            "(expected: one of deepcritic, deliberate, general, heimdall, opv, processbench,"
                + " refcritic, reference)");
  }

  @Test
  void aProtocolThatSaysNothingOfSourcesIsOnlyTakenByName() {
    assertThat(new SilentProtocol().suits(SERVER)).isFalse();
  }

  @Test
  void aProtocolThatCannotDoAJobIsRefusedWithWhatItCan() {
    Protocol solver = new Solver();

    assertThat(Protocols.able(solver, SolvingProtocol.class)).isSameAs(solver);
    assertThatThrownBy(() -> Protocols.able(solver, VerifyingProtocol.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("protocol: solver can solve (expected: one that can verify)");
    assertThatThrownBy(() -> Protocols.able(new SilentProtocol(), SolvingProtocol.class))
        .hasMessage("protocol: silent can do no role's job (expected: one that can solve)");
  }

  /** Can do one thing. */
  private static final class Solver implements SolvingProtocol {

    @Override
    public String name() {
      return "solver";
    }

    @Override
    public Optional<String> refusal(String question) {
      return Optional.empty();
    }

    @Override
    public Reading<Draft> solve(String question) {
      return new Reading.Read<>(Draft.unread(question), "repetition");
    }
  }
}
