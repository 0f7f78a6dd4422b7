// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.Decoded;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.SolutionId;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Verdict.Correct;
import dev.assay.contracts.VerdictEvent.Returned;
import dev.assay.contracts.VerificationEvent;
import dev.assay.contracts.VerificationId;
import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.messaging.DeadLetters;
import dev.assay.messaging.Publisher;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.Repeater;
import dev.assay.messaging.UnsendableException;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.messaging.outbox.OutboxConfiguration;
import dev.assay.messaging.outbox.Undeliverable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox in a real database, with a road to the broker that is closed at times. */
class OutboxRelayIT {

  @TempDir static Path folder;
  private static EmbeddedDatabase database;
  private static JdbcClient jdbc;
  private static final AnnotationConfigApplicationContext CONTEXT =
      new AnnotationConfigApplicationContext();
  private static final RoadWorks ROAD = new RoadWorks();

  private final Problem problem = EvidenceEvents.problem(8, 8);

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(folder);
    Migrations.migrate(
        database.jdbcUrl(), database.user(), database.password(), Map.of(Owner.VERIFIER, "v"));
    var source = new DriverManagerDataSource(database.jdbcUrl(), Owner.VERIFIER.role(), "v");
    jdbc = JdbcClient.create(source);
    CONTEXT.registerBean(JdbcClient.class, () -> jdbc);
    CONTEXT.registerBean(
        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
    CONTEXT.registerBean(Publisher.class, () -> ROAD::publish);
    CONTEXT.registerBean(DeadLetters.class, () -> (_, _, reason) -> ROAD.dead.add(reason));
    CONTEXT.registerBean(Undeliverable.class, () -> ROAD::replace);
    CONTEXT.register(OutboxConfiguration.class);
    CONTEXT.refresh();
    CONTEXT.getBean(Repeater.class).start();
  }

  @AfterAll
  static void stop() {
    CONTEXT.close();
    database.close();
  }

  @BeforeEach
  void open() {
    ROAD.closed = _ -> false;
    ROAD.published.clear();
    ROAD.records.clear();
    ROAD.dead.clear();
  }

  @Test
  void whatIsSentIsDeletedWhateverBecomesOfOtherSubjectsAndTheOrderOfASubjectStays() {
    AttemptId attempt = new AttemptId(problem.id(), 0);
    SolutionId solution = new SolutionId(attempt, 0);
    VerificationEvent.Requested first =
        new VerificationEvent.Requested(
            problem,
            new VerificationId(solution, 0),
            EvidenceEvents.sound(problem, 0, "24").solution());
    Returned second =
        EvidenceEvents.returned(EvidenceEvents.sound(problem, 0, "24"), 0, new Correct(1));
    AttemptEvent.Requested other = new AttemptEvent.Requested(problem, attempt);
    ROAD.closed = event -> event.equals(first);

    new OutboxFixture().with(first, second, other).insert(jdbc);

    await().until(() -> rows() == 2);
    assertThat(ROAD.published).containsExactly(other);
    ROAD.closed = _ -> false;
    await().until(() -> rows() == 0);
    assertThat(ROAD.published).containsExactly(other, first, second);
  }

  @Test
  void noMoreIsInMemoryThanABoundOfBytes() {
    ROAD.mostAtOnce.set(0);
    Problem large = EvidenceEvents.problem("?".repeat(900_000), 8, 8, problem.policy().deadline());
    OutboxFixture rows = new OutboxFixture();
    IntStream.range(0, 24)
        .mapToObj(number -> new AttemptEvent.Requested(large, new AttemptId(large.id(), number)))
        .forEach(rows::with);

    rows.insert(jdbc);

    await().until(() -> rows() == 0);
    assertThat(ROAD.published).hasSize(24).doesNotHaveDuplicates();
    assertThat(ROAD.mostAtOnce).hasValueLessThanOrEqualTo(9);
  }

  @Test
  void anOwnerWhoCannotReachItsDatabaseIsAskedAgainAndOneWhoFailsIsNot() {
    ROAD.ownerFailures.add(new TransientDataAccessResourceException("away"));
    ROAD.ownerFailures.add(new IllegalStateException("no idea"));

    new OutboxFixture().with("attempts", problem.id() + "/0", "no attempt").insert(jdbc);

    await().until(() -> rows() == 0);
    assertThat(ROAD.ownerFailures).isEmpty();
    assertThat(ROAD.dead).hasSize(1);
    assertThat(ROAD.published).isEmpty();
  }

  @Test
  void aRowGoesOutAsItIsWhateverANewerBuildHasPutThere() {
    String body = "{\"type\":  \"attempt.paused.v7\"}";
    String headers = "{\"event-id\": \"a\", \"priority\": \"low\"}";

    insert("attempts", problem.id() + "/7", body, headers, null);

    await().until(() -> rows() == 0);
    RawRecord sent = ROAD.records.getFirst();
    assertThat(sent.topic()).isEqualTo("attempts");
    assertThat(sent.key()).asString(UTF_8).isEqualTo(problem.id() + "/7");
    assertThat(sent.body()).asString(UTF_8).isEqualTo(body);
    assertThat(sent.headers()).isEqualTo(Map.of("event-id", "a", "priority", "low"));
    assertThat(ROAD.dead).isEmpty();
  }

  @Test
  void aRowOfABuildThatKeptNoHeadersHasThemNow() {
    var event = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 0));
    String body = new String(EventCodec.encode(event), UTF_8);

    insert("attempts", event.subject(), body, null, "problem.submitted.v1:x");

    await().until(() -> rows() == 0);
    assertThat(ROAD.records.getFirst().headers())
        .isEqualTo(
            Map.of(
                "event-id", event.eventId(),
                "event-type", "attempt.requested.v1",
                "caused-by", "problem.submitted.v1:x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels   | {\"event-id\": \"a\"} | topic: labels",
        "attempts | []                   | headers of row",
        "attempts |                      | unknown type attempt.paused.v7"
      })
  void whatCannotBeSentIsDeadLetteredWithTheReason(String topic, String headers, String reason) {
    insert(topic, problem.id() + "/7", "{\"type\": \"attempt.paused.v7\"}", headers, null);

    await().until(() -> rows() == 0);
    assertThat(ROAD.dead).singleElement().asString().startsWith(reason);
    assertThat(ROAD.records).isEmpty();
  }

  @Test
  void whatTakesTheRowsPlaceHasItsCauseAndItsTenant() {
    var instead = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 3));
    ROAD.replacements.add(instead);

    insert("labels", problem.id() + "/7", "{}", "{\"tenant\": \"acme\"}", "why");

    await().until(() -> rows() == 0);
    assertThat(ROAD.records)
        .singleElement()
        .extracting(RawRecord::headers)
        .isEqualTo(
            Map.of(
                "event-id",
                instead.eventId(),
                "event-type",
                instead.type(),
                "caused-by",
                "why",
                "tenant",
                "acme"));
  }

  @Test
  void whatATransactionLeavesIsPublishedByItsCommitAndDeletedLater() {
    AttemptId attempt = new AttemptId(problem.id(), 0);
    var first = new AttemptEvent.Requested(problem, attempt);
    var second = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 1));

    inTransaction(
        outbox -> {
          outbox.add(first, null);
          outbox.add(second, null);
          assertThat(ROAD.published).isEmpty();
        });

    assertThat(ROAD.published).containsExactly(first, second);
    await().until(() -> rows() == 0);
    assertThat(ROAD.published).hasSize(2);
  }

  @Test
  void nothingIsLeftByATransactionThatIsRolledBack() {
    var event = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 0));

    assertThatThrownBy(
            () ->
                inTransaction(
                    outbox -> {
                      outbox.add(event, null);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(rows()).isZero();
    assertThat(ROAD.published).isEmpty();
  }

  @Test
  void whatTheBrokerRefusesAsItIsCommittedIsCarriedLaterAndWhatItNeverTakesIsDead() {
    var event = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 0));
    var hopeless = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 1));
    ROAD.refused.addAll(
        List.of(new UnsendableException("too large"), new IllegalStateException("away")));

    inTransaction(
        outbox -> {
          outbox.add(hopeless, null);
          outbox.add(event, null);
        });

    assertThat(ROAD.published).isEmpty();
    await().until(() -> rows() == 0);
    assertThat(ROAD.published).containsExactly(event);
    assertThat(ROAD.dead).containsExactly("too large");
  }

  @Test
  void aRowIsItsCommittersForSomeSecondsAndThenAnybodys() {
    var young = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 0));
    var unknown = new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 1));

    jdbc.sql(
            """
            insert into outbox (topic, subject, body, created_at) values
            ('attempts', :one, :young, now() + interval '1 hour'), ('attempts', :other, :body, null)
            """)
        .param("one", young.subject())
        .param("young", new String(EventCodec.encode(young), UTF_8))
        .param("other", unknown.subject())
        .param("body", new String(EventCodec.encode(unknown), UTF_8))
        .update();

    await().until(() -> rows() == 1);
    assertThat(ROAD.published).containsExactly(unknown);
    jdbc.sql("update outbox set created_at = now() - interval '1 hour'").update();
    await().until(() -> rows() == 0);
    assertThat(ROAD.published).containsExactly(unknown, young);
  }

  private static void inTransaction(Consumer<Outbox> work) {
    Outbox outbox = CONTEXT.getBean(Outbox.class);
    new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> work.accept(outbox));
  }

  private static void insert(
      String topic,
      String subject,
      String body,
      @Nullable String headers,
      @Nullable String causedBy) {
    jdbc.sql(
            """
            insert into outbox (topic, subject, body, headers, caused_by)
            values (:topic, :subject, :body, :headers::jsonb, :causedBy)
            """)
        .param("topic", topic)
        .param("subject", subject)
        .param("body", body)
        .param("headers", headers)
        .param("causedBy", causedBy)
        .update();
  }

  private static long rows() {
    return jdbc.sql("select count(*) from outbox").query(Long.class).single();
  }

  /** What the relay talks to: it is closed to some events, and its owner has bad days. */
  private static final class RoadWorks {

    final List<Event> published = new CopyOnWriteArrayList<>();
    final List<RawRecord> records = new CopyOnWriteArrayList<>();
    final List<String> dead = new CopyOnWriteArrayList<>();
    final Queue<Event> replacements = new ConcurrentLinkedQueue<>();
    final Queue<RuntimeException> refused = new ConcurrentLinkedQueue<>();
    final List<RuntimeException> ownerFailures = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    volatile Predicate<Event> closed = _ -> false;

    CompletableFuture<Void> publish(RawRecord record) {
      Optional<Event> event = event(record);
      int now = underWay.incrementAndGet();
      mostAtOnce.accumulateAndGet(now, Math::max);
      try {
        RuntimeException refusal = refused.poll();
        if (refusal != null) {
          return CompletableFuture.failedFuture(refusal);
        }
        if (event.filter(closed).isPresent()) {
          return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
        }
        records.add(record);
        event.ifPresent(published::add);
        return CompletableFuture.completedFuture(null);
      } finally {
        underWay.decrementAndGet();
      }
    }

    private static Optional<Event> event(RawRecord record) {
      Topic<?> topic = Topic.named(record.topic()).orElseThrow();
      return EventCodec.decode(topic, record.body()) instanceof Decoded.Known<?>(Event event)
          ? Optional.of(event)
          : Optional.empty();
    }

    List<? extends Event> replace(Undeliverable.Lost lost) {
      if (!ownerFailures.isEmpty()) {
        throw ownerFailures.removeFirst();
      }
      Event replacement = replacements.poll();
      return replacement == null ? List.of() : List.of(replacement);
    }
  }
}
