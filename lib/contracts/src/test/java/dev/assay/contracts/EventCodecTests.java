// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Decoded.Known;
import dev.assay.contracts.Decoded.Malformed;
import dev.assay.contracts.Decoded.UnknownType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTests {

  private static final String ID = "0197f0a1-0000-7000-8000-000000000001";

  @Test
  void aTypeThatThisBuildDoesNotKnowIsUnknownNotMalformed() {
    assertThat(decode("{\"type\":\"verdict.disputed.v1\",\"who\":7}"))
        .isEqualTo(new UnknownType<VerdictEvent>("verdict.disputed.v1"));
  }

  @Test
  void anUnknownTypeInsideAKnownEventIsMalformed() {
    assertThat(
            decode(
                "{\"type\":\"verdict.returned.v1\",\"verification\":\""
                    + ID
                    + "/0/0/0\",\"model\":\"m\",\"verdict\":{\"judgement\":\"maybe\"},"
                    + "\"usage\":{\"calls\":1,\"prompt_tokens\":1,\"completion_tokens\":1,\"millis\":1}}"))
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "[]",
        "{}",
        "not json",
        "{\"type\":\"verdict.returned.v1\"",
        "{\"type\":\"verdict.returned.v1\"}",
        "{\"type\":null}",
        "{\"type\":\"attempt.abandoned.v1\",\"attempt\":\"x/1\",\"stage\":\"drafting\","
            + "\"reason\":\"r\",\"spent\":{}}",
        "{\"type\":\"attempt.abandoned.v1\"} {}",
      })
  void whatIsNoEventIsMalformedWithAReason(String body) {
    assertThat(decode(body))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.reason()).isNotBlank());
  }

  @Test
  void aFieldOfANewerProducerIsIgnored() {
    assertThat(
            decode(
                "{\"type\":\"attempt.abandoned.v1\",\"attempt\":\""
                    + ID
                    + "/1\",\"stage\":\"drafting\",\"reason\":\"r\",\"mood\":\"bad\","
                    + "\"spent\":{\"calls\":0,\"prompt_tokens\":0,\"completion_tokens\":0,\"millis\":0}}"))
        .isInstanceOf(Known.class);
  }

  @Test
  void aMissingNumberIsNotZero() {
    assertThat(
            decode(
                "{\"type\":\"attempt.abandoned.v1\",\"attempt\":\""
                    + ID
                    + "/1\",\"stage\":\"drafting\",\"reason\":\"r\","
                    + "\"spent\":{\"calls\":0,\"prompt_tokens\":0,\"millis\":0}}"))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void whatAnEarlierBuildWroteWithoutABoundIsStillRead() {
    String json = new String(EventCodec.encode(abandoned("long")), UTF_8);

    assertThat(decode(json.replace("long", "long ".repeat(100_000))))
        .isInstanceOfSatisfying(
            Known.class,
            known -> {
              String reason = ((VerdictEvent.Abandoned) known.event()).reason();
              assertThat(reason).startsWith("long long");
              assertThat(Bounds.fits(reason, Bounds.REASON)).isTrue();
            });
  }

  @Test
  void halfACharacterIsReplacedWhenItIsWritten() {
    assertThat(decode(new String(EventCodec.encode(abandoned("a\ud83d b\ude00")), UTF_8)))
        .isEqualTo(new Known<VerdictEvent>(abandoned("a\ufffd b\ufffd")));
  }

  @Test
  void halfACharacterThatIsSpelledInJsonIsReplacedWhenItIsRead() {
    String json = new String(EventCodec.encode(abandoned("half")), UTF_8);

    assertThat(decode(json.replace("half", "\\ud83d \\ud83d\\ude00")))
        .isEqualTo(new Known<VerdictEvent>(abandoned("\ufffd 😀")));
  }

  @Test
  void theHalvesInListsAreReplacedToo() {
    SolutionId id = new SolutionId(new AttemptId(ProblemId.parse(ID), 0), 0);
    Solution solution = new Solution(id, "\ud83d", List.of("ok", "\ud83d"), "\ude00", 1);

    byte[] json = Json.mapper().writeValueAsBytes(solution);

    assertThat(Json.mapper().readValue(json, Solution.class))
        .isEqualTo(new Solution(id, "\ufffd", List.of("ok", "\ufffd"), "\ufffd", 1));
    assertThat(new String(json, UTF_8)).doesNotContain("\\u");
  }

  private static VerdictEvent.Abandoned abandoned(String reason) {
    return new VerdictEvent.Abandoned(
        new AttemptId(ProblemId.parse(ID), 1), VerdictEvent.Stage.DRAFTING, reason, Usage.NONE);
  }

  private static Decoded<VerdictEvent> decode(String body) {
    return EventCodec.decode(Topic.VERDICTS, body.getBytes(StandardCharsets.UTF_8));
  }
}
