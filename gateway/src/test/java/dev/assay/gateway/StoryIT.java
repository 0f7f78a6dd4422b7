// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer.Status;
import dev.assay.contracts.Event;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.gateway.Http.Reply;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoryIT {

  private final GatewayServer server = GatewayServer.running();
  private final Http http = new Http(server.url());

  private Problem submit() {
    Reply reply = http.post("/v1/problems", "{\"question\": \"2+2?\"}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return problem(reply.body().path("id").asString());
  }

  private Problem problem(String id) {
    return server.bean(Problems.class).find(ProblemId.parse(id)).orElseThrow().problem();
  }

  private List<RecordedEvent> events(Problem problem) {
    Problems problems = server.bean(Problems.class);
    return problems.events(problems.find(problem.id()).orElseThrow(), 0);
  }

  private static String path(Problem problem) {
    return "/v1/problems/" + problem.id();
  }

  private JsonNode awaitComplete(Problem problem) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> http.get(path(problem) + "/evidence").body().path("complete").asBoolean());
    return http.get(path(problem) + "/evidence").body();
  }

  @Test
  void aProblemIsSubmittedWorkedAndSettled() {
    Problem problem = submit();
    ScriptedLoop loop = new ScriptedLoop(problem);

    JsonNode open = http.get(path(problem)).body();
    assertThat(open.path("status").asString()).isEqualTo("open");
    assertThat(open.path("policy").path("attempts").asInt()).isEqualTo(2);
    assertThat(open.path("progress").path("verdicts_expected").asInt()).isEqualTo(4);
    assertThat(open.path("answer").isMissingNode()).isTrue();
    server.publish(loop.work());
    server.publish(List.of(loop.verified()));
    awaitComplete(problem);

    JsonNode settled = http.get(path(problem)).body();
    assertThat(settled.path("status").asString()).isEqualTo("settled");
    assertThat(settled.path("answer").path("text").asString()).isEqualTo("4");
    assertThat(settled.path("answer").path("status").asString()).isEqualToIgnoringCase("verified");
    JsonNode progress = settled.path("progress");
    assertThat(progress.path("drafted").asInt()).isEqualTo(1);
    assertThat(progress.path("criticised").asInt()).isEqualTo(2);
    assertThat(progress.path("refined").asInt()).isEqualTo(1);
    assertThat(progress.path("abandoned").asInt()).isEqualTo(1);
    assertThat(progress.path("final_solutions").asInt()).isEqualTo(1);
    assertThat(progress.path("verdicts").asInt()).isEqualTo(2);
    assertThat(progress.path("usage").path("calls").asInt()).isEqualTo(7);
  }

  @Test
  void evidenceIsTheSameInWhateverOrderEventsComeAndHoweverOften() {
    Problem problem = submit();
    ScriptedLoop loop = new ScriptedLoop(problem);
    List<Event> events = new ArrayList<>(loop.work());
    events.add(loop.verificationRequested(0));
    events.add(loop.verified());
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, new Random(7));

    server.publish(events);

    JsonNode evidence = awaitComplete(problem);
    JsonNode first = evidence.path("attempts").get(0);
    assertThat(first.path("solutions")).hasSize(2);
    JsonNode revised = first.path("solutions").get(1);
    assertThat(revised.path("text").asString()).isEqualTo("2+2\n=4");
    assertThat(revised.path("critique").path("critique").path("judgement").asString())
        .isEqualTo("sound");
    assertThat(revised.path("verdicts")).hasSize(2);
    assertThat(revised.path("verdicts").get(1).path("verdict").path("detail").asString())
        .isEqualTo("er\ufffdm");
    assertThat(evidence.path("attempts").get(1).path("abandoned").path("reason").asString())
        .isEqualTo("model away");
    assertThat(evidence.path("usage").path("calls").asInt()).isEqualTo(7);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(events(problem))
                    .extracting(each -> each.seq())
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L));
  }

  @Test
  void theFirstAnswerStays() {
    Problem problem = submit();
    ScriptedLoop loop = new ScriptedLoop(problem);

    server.publish(loop.work());
    server.publish(List.of(loop.verified(), loop.ended(Status.FAILED, true)));
    awaitComplete(problem);

    assertThat(http.get(path(problem)).body().path("answer").path("text").asString())
        .isEqualTo("4");
  }

  @Test
  void anEventStreamTellsEverythingOnceAndEnds() throws Exception {
    Problem problem = submit();
    ScriptedLoop loop = new ScriptedLoop(problem);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var heard =
          CompletableFuture.supplyAsync(() -> read(http.lines(path(problem) + "/events")), threads);
      server.publish(loop.work());
      server.publish(List.of(loop.verified()));

      List<String> lines = heard.get();

      assertThat(ids(lines))
          .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
      assertThat(lines).contains("event: answer.settled.v1", "event: progress", "event: done");
      assertThat(lines.stream().filter(each -> each.contains("\"submitted_at\"")).toList())
          .as("only the submission carries the problem")
          .hasSize(1);
    }
  }

  @Test
  void anEventStreamResumesAfterTheLastThatWasSeen() {
    Problem problem = submit();
    ScriptedLoop loop = new ScriptedLoop(problem);
    server.publish(loop.work());
    server.publish(List.of(loop.verified()));
    awaitComplete(problem);
    await().atMost(Duration.ofSeconds(20)).until(() -> events(problem).size() == 11);

    List<String> rest = read(http.lines(path(problem) + "/events", "Last-Event-ID", "8"));

    assertThat(ids(rest)).containsExactly("9", "10", "11");
    var request = http.request(path(problem) + "/events").header("Last-Event-ID", "11");
    assertThat(http.send(request.build()).status()).isEqualTo(204);
  }

  @Test
  void aSilentEventStreamSaysThatItIsAlive() {
    Problem problem = submit();

    try (Stream<String> lines = http.lines(path(problem) + "/events")) {
      assertThat(lines.anyMatch(": still here"::equals)).isTrue();
    }
  }

  @Test
  void aProblemIsCancelledOnce() {
    Problem problem = submit();

    assertThat(http.delete(path(problem)).status()).isEqualTo(202);
    Reply again = http.delete(path(problem));

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body().path("cancel_requested").asBoolean()).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(cancellations(problem)).isEqualTo(1));
    server.publish(List.of(new ScriptedLoop(problem).ended(Status.FAILED, false)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> http.get(path(problem)).body().path("status").asString().equals("settled"));
    Reply late = http.delete(path(problem));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.type()).contains("application/problem+json");
  }

  private long cancellations(Problem problem) {
    return server.on("problems").stream()
        .filter(each -> each.contains("problem.cancelled.v1"))
        .filter(each -> each.contains(problem.id().toString()))
        .count();
  }

  private static List<String> read(Stream<String> lines) {
    try (lines) {
      return lines.toList();
    }
  }

  private static List<String> ids(List<String> lines) {
    return lines.stream()
        .filter(each -> each.startsWith("id: "))
        .map(each -> each.substring(4))
        .collect(Collectors.toList());
  }
}
