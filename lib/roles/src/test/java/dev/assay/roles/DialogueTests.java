// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Verdict;
import dev.assay.model.Model;
import dev.assay.model.ModelProviders;
import dev.assay.model.ModelSource;
import dev.assay.model.ServerCalls;
import dev.assay.prompts.Reading;
import dev.assay.prompts.ReferenceVerifyingProtocol;
import dev.assay.prompts.VerifyingProtocol;
import dev.assay.testing.ProblemFixture;
import dev.assay.testing.ScriptedModel;
import dev.assay.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a verifier says is the same evidence whichever server it comes from, whole or piece by
 * piece, in every protocol: the same as if it had been said without a server.
 */
class DialogueTests {

  private static final String PATH = "/v1/chat/completions";
  private static final int LONGEST = 4_096;
  private static final Terms TERMS =
      new Terms(ProblemFixture.CLOCK.instant().plusSeconds(60), false);
  private static final List<VerifyingProtocol> PROTOCOLS =
      AttackedJudgement.protocols().stream()
          .filter(each -> each.refusal(question()).isEmpty())
          .toList();

  private static final WireMockServer SERVER = started();
  private static final Model PLAIN = model(false);
  private static final Model STREAMED = model(true);

  private static WireMockServer started() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    return server;
  }

  @AfterAll
  static void stop() throws Exception {
    ((AutoCloseable) PLAIN).close();
    ((AutoCloseable) STREAMED).close();
    SERVER.stop();
  }

  static Stream<TextTable.Row> dialogues() {
    return TextTable.of(DialogueTests.class, "dialogues.tsv").stream();
  }

  @Test
  void thereAreFortyOfThemAndSixServers() {
    assertThat(dialogues()).hasSize(40);
    assertThat(ReplyEnvelope.all()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("dialogues")
  void everyServersWordsAreTheSameEvidence(TextTable.Row row) {
    SoftAssertions softly = new SoftAssertions();
    for (ReplyEnvelope envelope : ReplyEnvelope.all()) {
      serve(envelope, row, false);
      compare(softly, envelope, PLAIN, protocol(row), row);
      serve(envelope, row, true);
      compare(softly, envelope, STREAMED, protocol(row), row);
      compare(softly, envelope, STREAMED, another(row), row);
    }
    softly.assertAll();
  }

  private static void compare(
      SoftAssertions softly,
      ReplyEnvelope envelope,
      Model model,
      VerifyingProtocol protocol,
      TextTable.Row row) {
    softly
        .assertThat(evidence(model, protocol, LONGEST))
        .as("%s, %s, %s", row.place(), envelope.server(), protocol.name())
        .isEqualTo(scripted(protocol, row));
  }

  private static VerifyingProtocol protocol(TextTable.Row row) {
    return PROTOCOLS.stream()
        .filter(each -> each.name().equals(row.get("protocol")))
        .findFirst()
        .orElseThrow();
  }

  /** One that it was not meant for: what is unreadable there is so everywhere. */
  private static VerifyingProtocol another(TextTable.Row row) {
    int turn = Math.floorMod(row.get("reply").hashCode(), PROTOCOLS.size());
    return PROTOCOLS.get(turn);
  }

  private static String question() {
    return "How many primes are below 10?";
  }

  private static void serve(ReplyEnvelope envelope, TextTable.Row row, boolean streamed) {
    String thinking = row.get("thinking");
    String text = row.get("reply");
    String finish = row.get("finish");
    SERVER.resetAll();
    SERVER.stubFor(
        post(urlEqualTo(PATH))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", streamed ? "text/event-stream" : "application/json")
                    .withBody(
                        streamed
                            ? envelope.stream(thinking, text, finish)
                            : envelope.plain(thinking, text, finish))));
  }

  private static Model model(boolean streamed) {
    ServerCalls calls =
        new ServerCalls(streamed, null, null, null, null, null, null, null, null, null, null, null);
    return ModelProviders.installed()
        .open(
            new ModelSource(
                null, null, SERVER.baseUrl() + "/v1", "scripted", null, null, calls, null));
  }

  /** What the words come to that no server has had in its hands. */
  private static Evidence scripted(VerifyingProtocol protocol, TextTable.Row row) {
    String said = ReplyEnvelope.marked(row.get("thinking"), row.get("reply"));
    boolean cut = row.get("finish").equals("length");
    return evidence(
        ScriptedModel.answering(_ -> cut ? said + "…" : said),
        protocol,
        cut ? said.length() : LONGEST);
  }

  /** A finding but for the bill, which servers reckon in tokens of their own. */
  private record Evidence(String reading, String reply, String finish, boolean forced, int calls) {}

  private static Evidence evidence(Model model, VerifyingProtocol protocol, int maxTokens) {
    Role role =
        new Role(model, protocol, 0, 1, maxTokens, Duration.ofSeconds(30), ProblemFixture.CLOCK);
    Finding<Verdict> finding = role.ask(opening(protocol), "a dialogue", TERMS);
    return new Evidence(
        finding.reading().toString().replaceAll("after \\d+ tokens", "after some tokens"),
        finding.reply(),
        String.valueOf(finding.finishReason()),
        finding.forced(),
        finding.usage().calls());
  }

  private static Reading<Verdict> opening(VerifyingProtocol protocol) {
    List<String> steps = List.of("2, 3, 5, 7 and 9 are primes.", "So there are 5.");
    Solution solution =
        new Solution(
            SolutionId.parse("0198c5a2-7b1e-7c3d-8f4a-5b6c7d8e9f00/0/0"),
            String.join("\n\n", steps),
            steps,
            "5",
            0);
    return protocol instanceof ReferenceVerifyingProtocol against
        ? against.verify(question(), "4", solution)
        : protocol.verify(question(), solution);
  }
}
