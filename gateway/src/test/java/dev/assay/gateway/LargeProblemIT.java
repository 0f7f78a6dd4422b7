// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Critique;
import dev.assay.contracts.CritiqueEvent.Criticised;
import dev.assay.contracts.Event;
import dev.assay.contracts.Json;
import dev.assay.contracts.Policy;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Solution;
import dev.assay.contracts.SolutionEvent.Drafted;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Spend;
import dev.assay.contracts.Stopping;
import dev.assay.contracts.Verdict;
import dev.assay.contracts.VerdictEvent;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import dev.assay.gateway.core.Problems;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The longest question with the most work that a policy allows. */
class LargeProblemIT {

  private static final int MOST = 64;

  /** Each attempt is asked for, drafted and criticised, and each verdict asked for and given. */
  private static final int EVENTS = MOST * (3 + 2 * MOST);

  private static final String QUESTION = "Why so long? ".repeat(2_400);

  private static final GatewayServer server = GatewayServer.running();
  private static final Problems problems = server.bean(Problems.class);
  private static Problem large;

  private final Http http = new Http(server.url());

  private static Problem recorded(int attempts, int verifications) {
    Policy policy =
        PolicyOverrides.NONE
            .withEffort(new PolicyOverrides.Effort(attempts, verifications, null))
            .withDeadline(Duration.ofHours(1))
            .withStopping(Stopping.FIXED)
            .over(Policy.DEFAULT);
    Problem problem =
        new Problem(new ProblemId(UUID.randomUUID()), QUESTION, policy, Instant.EPOCH);
    problems.add(problem, null, "");
    for (int k = 0; k < attempts; k++) {
      problems.record(attempt(problem, problem.id(), k, verifications));
    }
    return problem;
  }

  private static List<Event> attempt(Problem problem, ProblemId id, int k, int verifications) {
    AttemptId attempt = new AttemptId(id, k);
    Solution solution = new Solution(new SolutionId(attempt, 0), "2+2\n=4", List.of("=4"), "4", 5);
    Spend spend = Spend.first(ScriptedLoop.CALL);
    List<Event> events = new ArrayList<>();
    events.add(new AttemptEvent.Requested(problem, attempt));
    events.add(new Drafted(problem, solution, "writer", spend));
    events.add(new Criticised(problem, solution, new Critique.Sound(), "critic", spend));
    for (int m = 0; m < verifications; m++) {
      VerificationId verification = new VerificationId(solution.id(), m);
      events.add(new VerificationEvent.Requested(problem, verification, solution));
      events.add(
          new VerdictEvent.Returned(
              verification, new Verdict.Correct(1), "judge", ScriptedLoop.CALL));
    }
    return events;
  }

  @BeforeAll
  static void record() {
    large = recorded(MOST, MOST);
  }

  @Test
  void itsProgressAndItsEvidenceAreTold() {
    String path = "/v1/problems/" + large.id();
    JsonNode progress = http.get(path).body().path("progress");
    JsonNode evidence = http.get(path + "/evidence").body();

    assertThat(progress.path("verdicts").asInt()).isEqualTo(MOST * MOST);
    assertThat(progress.path("verdicts_expected").asInt()).isEqualTo(MOST * MOST);
    assertThat(progress.path("usage").path("calls").asInt()).isEqualTo(MOST * (1 + MOST));
    assertThat(evidence.path("usage")).isEqualTo(progress.path("usage"));
    assertThat(evidence.path("attempts")).hasSize(MOST);
    assertThat(evidence.path("attempts").get(63).path("solutions").get(0).path("verdicts"))
        .hasSize(MOST);
  }

  @Test
  void itsEventsAreTold() {
    try (var lines = http.lines("/v1/problems/" + large.id() + "/events")) {
      assertThat(lines.filter(each -> each.startsWith("id: ")).limit(EVENTS).toList())
          .endsWith("id: " + EVENTS);
    }
  }

  @Test
  void allOfItIsReadInLittleMemoryAlsoAsTheBuildBeforeKeptIt() throws Exception {
    String repeating =
        "event where problem_id = '%s' and type not like 'problem.%%'"
            + " and body::text like '%%so long%%'";
    assertThat(server.rows(repeating.formatted(large.id()))).isZero();

    asTheBuildBeforeKeptIt(large);

    assertThat(server.rows(repeating.formatted(large.id()))).isEqualTo(MOST * (3 + MOST));
    assertThat(readBySmallProcess(large)).startsWith("4096 verdicts, 838");
  }

  /** Every task with its problem inside, and nothing counted. */
  private void asTheBuildBeforeKeptIt(Problem problem) {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    jdbc.sql(
            """
            update event set body = body || jsonb_build_object('problem', :problem::jsonb)
            where problem_id = :id and type <> 'verdict.returned.v1'
            """)
        .param("problem", Json.mapper().writeValueAsString(problem))
        .param("id", problem.id().value())
        .update();
    jdbc.sql("update problem set counted_seq = 0, tally = null, progress = null where id = :id")
        .param("id", problem.id().value())
        .update();
  }

  /** The problems in all events of this one take three times the memory of that process. */
  private String readBySmallProcess(Problem problem) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.gateway.in.http.SmallHeap",
                server.databaseUrl() + "&currentSchema=gateway",
                GatewayServer.PASSWORD,
                problem.id().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void aLookAtItCostsWhatALookAtASmallOneCosts() {
    assertThat(allocated(large.id())).isLessThan(allocated(recorded(1, 1).id()) * 5 / 4);
  }

  private long allocated(ProblemId id) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      problems.find(id).orElseThrow();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
