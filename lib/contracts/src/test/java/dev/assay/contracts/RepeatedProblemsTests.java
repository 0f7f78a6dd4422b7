// SPDX-License-Identifier: Apache-2.0
package dev.assay.contracts;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.Decoded.Known;
import dev.assay.contracts.Decoded.Malformed;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatedProblemsTests {

  private static final String FIRST = "{\"type\":\"problem.submitted.v1\",\"problem\":";

  @Test
  void theSameBytesAreReadOnce() {
    Problem one = read(written(problem(1, "1+1?")));
    Problem again = read(written(problem(1, "1+1?")));

    assertThat(one).isEqualTo(problem(1, "1+1?"));
    assertThat(again).isSameAs(one);
  }

  @Test
  void aProblemIsTakenForNoOther() {
    String written = written(problem(2, "2+2?"));
    Problem first = read(written);

    assertThat(read(written.replace("2+2?", "2+3?"))).isEqualTo(problem(2, "2+3?"));
    assertThat(read(written.replace("0.5", "0.25")).policy()).isNotEqualTo(first.policy());
    assertThat(read(written)).isEqualTo(first);
  }

  @Test
  void theOrderOfFieldsMakesNoDifference() {
    String written = written(problem(3, "ä \"} { 😀?"));
    String problem = written.substring(FIRST.length(), written.length() - 1);

    assertThat(written).startsWith(FIRST);
    assertThat(read("{\"problem\":" + problem + ",\"type\":\"problem.submitted.v1\"}"))
        .isEqualTo(read(written))
        .isEqualTo(problem(3, "ä \"} { 😀?"));
    assertThat(read(" {  \"new\": [{}, \"é\"], " + written.strip().substring(1)))
        .isEqualTo(read(written));
  }

  @Test
  void anotherEncodingIsReadAsItWas() {
    byte[] body = written(problem(4, "4+4?")).getBytes(UTF_16BE);

    assertThat(EventCodec.decode(Topic.PROBLEMS, body))
        .isEqualTo(new Known<ProblemEvent>(new ProblemEvent.Submitted(problem(4, "4+4?"))));
  }

  @Test
  void whatIsWrongWithinIsToldByItsPath() {
    String written = written(problem(5, "5+5?")).replace("\"attempts\":8", "\"attempts\":\"x\"");

    for (int time = 0; time < 2; time++) {
      assertThat(decode(written))
          .isInstanceOfSatisfying(
              Malformed.class,
              malformed -> assertThat(malformed.reason()).contains("\"problem\"", "\"policy\""));
    }
    assertThat(decode(written.substring(0, written.length() - 30))).isInstanceOf(Malformed.class);
    assertThat(decode(written + "}")).isInstanceOf(Malformed.class);
    assertThat(decode(FIRST + "null}")).isInstanceOf(Malformed.class);
  }

  @Test
  void noMoreAreKeptThanMemoryIsGivenFor() {
    RepeatedProblems kept = new RepeatedProblems();
    byte[] body = new byte[70_000];
    for (int i = 0; i < 1_000; i++) {
      body[i % 60_000] = (byte) i;
      kept.add(body, 0, 60_000, problem(6, "6+6?"));
    }
    kept.add(body, 0, 70_000, problem(7, "7+7?"));

    assertThat(kept.size()).isEqualTo(17);
    assertThat(kept.find(body, 0, 60_000)).isNotNull();
    assertThat(kept.find(body, 0, 70_000)).isNull();
  }

  private static Problem problem(long id, String question) {
    return new Problem(
        new ProblemId(new UUID(8, id)),
        question,
        Policy.DEFAULT,
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static String written(Problem problem) {
    return new String(EventCodec.encode(new ProblemEvent.Submitted(problem)), UTF_8);
  }

  private static Problem read(String body) {
    return decode(body) instanceof Known<ProblemEvent>(ProblemEvent.Submitted(Problem problem))
        ? problem
        : problem(0, "not read");
  }

  private static Decoded<ProblemEvent> decode(String body) {
    return EventCodec.decode(Topic.PROBLEMS, body.getBytes(UTF_8));
  }
}
