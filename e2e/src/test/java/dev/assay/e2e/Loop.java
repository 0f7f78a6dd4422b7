// SPDX-License-Identifier: Apache-2.0
package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.client.AssayClient;
import dev.assay.client.ProblemView;
import dev.assay.client.SettlementPolling;
import dev.assay.contracts.PolicyOverrides;
import dev.assay.gateway.core.ProblemEvidence;
import dev.assay.lab.loop.SettlementCounter;
import dev.assay.standalone.EmbeddedSystem;
import dev.assay.standalone.StartUp;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The whole system in this process, and everybody who talks to it. */
final class Loop implements AutoCloseable {

  /** Far longer than anything here takes, so that what takes longer hangs. */
  static final Duration DEADLINE = Duration.ofMinutes(2);

  static final PolicyOverrides QUICK = PolicyOverrides.grid(2, 1, 1, DEADLINE);
  static final PolicyOverrides USUAL = PolicyOverrides.grid(8, 4, 1, DEADLINE);

  private final Path folder;
  private final EmbeddedSystem system;
  private final SettlementPolling settling;
  private final Path kafka;
  final Broker broker;
  final Caller http;
  final AssayClient client;

  private Loop(Path folder, EmbeddedSystem system) {
    this.folder = folder;
    this.system = system;
    this.kafka = system.running().kafka().orElseThrow();
    this.broker = new Broker(kafka);
    this.http = new Caller(system.running().url().orElseThrow());
    this.client = new AssayClient(system.running().url().orElseThrow());
    this.settling = new SettlementPolling(client, DEADLINE);
  }

  static Loop start(Path folder) {
    // The repository, whose models these are; failsafe runs in the module.
    System.setProperty("assay.home", Path.of("..").toAbsolutePath().normalize().toString());
    return new Loop(folder, EmbeddedSystem.start(folder, 0, StartUp.SILENT));
  }

  String submit(String question, PolicyOverrides effort) {
    return settling.submit(question, effort, UUID.randomUUID().toString());
  }

  ProblemView settled(String id) {
    return settling.await(id, _ -> {});
  }

  /** When it is complete. */
  ProblemEvidence evidence(String id) {
    return Proof.read(settling.evidence(id));
  }

  /** By the topic itself: what the gateway shows could hide a second answer. */
  void assertSettledOnce(Set<String> ids) {
    assertThat(SettlementCounter.count(kafka, ids))
        .isEqualTo(new SettlementCounter(ids.size(), 0, 0, 0));
  }

  /** It still works: a question is answered. */
  String answersAnother() {
    String id = submit(Questions.EASY, QUICK);
    assertThat(settled(id).settledAnswer().late()).isFalse();
    Proof.supports(evidence(id));
    return id;
  }

  /** Waits until every group has worked everything there is. */
  void awaitIdle() {
    await().atMost(DEADLINE).until(broker::idle);
  }

  /** The counter of this outcome, by the group and the topic. */
  Map<String, Double> counts(String outcome) {
    Map<String, Double> counts = new TreeMap<>();
    Broker.GROUPS.forEach(
        (group, topics) ->
            topics.forEach(
                topic ->
                    counts.put(
                        group + " " + topic.name(), http.records(group, topic.name(), outcome))));
    return counts;
  }

  /** The equation that operators watch, once everything is worked. */
  void assertEveryRecordIsAccountedFor() {
    Map<String, Double> outcomes = new TreeMap<>();
    Stream.of("worked", "skipped", "unknown", "malformed", "failed", "postponed")
        .forEach(
            each -> counts(each).forEach((at, count) -> outcomes.merge(at, count, Double::sum)));
    assertThat(counts("received")).isEqualTo(outcomes);
  }

  long problemRows() throws IOException, SQLException {
    return Postgres.in(folder).orElseThrow().rows("gateway.problem");
  }

  @Override
  public void close() {
    broker.close();
    system.close();
  }
}
