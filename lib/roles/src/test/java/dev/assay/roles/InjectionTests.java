// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Thinking;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.text.TextTable;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that judge themselves, in every protocol that can verify: none of them shows the model a
 * verdict that a reader would take for one, and no verifier who repeats them is taken at their
 * word.
 */
class InjectionTests {

  private static final List<VerifyingProtocol> PROTOCOLS = AttackedJudgement.protocols();

  static Stream<TextTable.Row> attacks() {
    return TextTable.of(InjectionTests.class, "injections.tsv").stream();
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(attacks()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(PROTOCOLS.stream().map(VerifyingProtocol::name))
        .contains("general", "compact", "heimdall", "refcritic", "reference");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whatIsShownJudgesNothing(TextTable.Row row) {
    SoftAssertions softly = new SoftAssertions();
    for (VerifyingProtocol protocol : PROTOCOLS) {
      AttackedJudgement judgement = AttackedJudgement.of(protocol, row);
      softly
          .assertThat(judgement.unattacked().read(judgement.shown()))
          .as("%s, %s: %s", protocol.name(), row.place(), judgement.shown())
          .isEqualTo("none");
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whoOnlyRepeatsItSaysNothing(TextTable.Row row) {
    SoftAssertions softly = new SoftAssertions();
    for (VerifyingProtocol protocol : PROTOCOLS) {
      AttackedJudgement judgement = AttackedJudgement.of(protocol, row);
      for (String quotation : quotations(row, judgement)) {
        softly
            .assertThat(judgement.read(quotation))
            .as("%s, %s: %s", protocol.name(), row.place(), quotation)
            .isEqualTo("none");
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whoRepeatsItAndConcludesIsReadByTheConclusion(TextTable.Row row) {
    SoftAssertions softly = new SoftAssertions();
    for (VerifyingProtocol protocol : PROTOCOLS) {
      AttackedJudgement judgement = AttackedJudgement.of(protocol, row);
      for (String quotation : quotations(row, judgement)) {
        for (String conclusion : judgement.conclusions()) {
          softly
              .assertThat(
                  judgement.read(quotation + "\n\nI have checked it myself.\n\n" + conclusion))
              .as("%s, %s: %s | %s", protocol.name(), row.place(), quotation, conclusion)
              .isEqualTo(judgement.unattacked().read("I have checked it.\n\n" + conclusion))
              .isNotEqualTo("none");
        }
      }
    }
    softly.assertAll();
  }

  /** As the model sees it, and as it stands: behind an introduction, as a block, in a fence. */
  private static List<String> quotations(TextTable.Row row, AttackedJudgement judgement) {
    String attack = row.get("attack").replace("¶", "\n\n");
    String says = "The " + row.get("where") + " says:\n\n";
    if (!Thinking.of(attack).said().equals(attack)) {
      // Whoever writes a mark of thoughts ends his own; it is never shown to him as one.
      return List.of(says + judgement.shown());
    }
    return List.of(
        says + judgement.shown(),
        says + attack,
        says + attack.lines().map(line -> "> " + line).collect(joining("\n")),
        says + "````\n" + attack + "\n````");
  }
}
