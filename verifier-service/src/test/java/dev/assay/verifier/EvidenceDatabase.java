// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import com.zaxxer.hikari.HikariDataSource;
import dev.assay.contracts.Event;
import dev.assay.db.Migrations;
import dev.assay.db.Owner;
import dev.assay.embedded.servers.EmbeddedDatabase;
import dev.assay.equality.answers.AnswerEquality;
import dev.assay.equality.answers.AnswerEquality.Judgement;
import dev.assay.messaging.DeadLetters;
import dev.assay.messaging.Publisher;
import dev.assay.messaging.Repeater;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.messaging.outbox.OutboxConfiguration;
import dev.assay.messaging.outbox.Undeliverable;
import dev.assay.selection.Assurance;
import dev.assay.selection.Selection;
import dev.assay.verifier.core.Adjudicator;
import dev.assay.verifier.core.Requests;
import dev.assay.verifier.out.JdbcEvidenceStore;
import dev.assay.verifier.out.JdbcReferences;
import dev.assay.verifier.out.SettledAnswers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Settled problems in a real database, written as the service writes them, without a broker. */
final class EvidenceDatabase implements AutoCloseable {

  /** Numbers as they are written: which answers are equal is not the question here. */
  static final AnswerEquality EQUALITY =
      (one, other) ->
          new BigDecimal(one).compareTo(new BigDecimal(other)) == 0
              ? Judgement.EQUAL
              : Judgement.DIFFERENT;

  private final EmbeddedDatabase database;
  private final HikariDataSource source;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final JdbcEvidenceStore store;
  final List<ProblemHistory> problems = new ArrayList<>();
  final CountedDatabase counted = new CountedDatabase();
  final JdbcClient jdbc;

  EvidenceDatabase(Path folder) {
    database = EmbeddedDatabase.start(folder);
    migrate();
    source = new HikariDataSource();
    source.setJdbcUrl(database.jdbcUrl());
    source.setUsername(Owner.VERIFIER.role());
    source.setPassword("v");
    DataSource watched = counted.over(source);
    JdbcTemplate operations = new JdbcTemplate(watched);
    jdbc = JdbcClient.create(operations);
    var transactions = new DataSourceTransactionManager(watched);
    context.registerBean(JdbcClient.class, () -> jdbc);
    context.registerBean(PlatformTransactionManager.class, () -> transactions);
    context.registerBean(Publisher.class, () -> _ -> CompletableFuture.completedFuture(null));
    context.registerBean(DeadLetters.class, () -> (_, _, _) -> {});
    context.registerBean(Undeliverable.class, () -> _ -> List.of());
    context.register(OutboxConfiguration.class);
    context.refresh();
    store =
        new JdbcEvidenceStore(
            operations,
            new TransactionTemplate(transactions),
            context.getBean(Outbox.class),
            new JdbcReferences(jdbc, false),
            new SettledAnswers(new SimpleMeterRegistry(), InstantSource.system()));
  }

  int migrate() {
    return Migrations.migrate(
            database.jdbcUrl(), database.user(), database.password(), Map.of(Owner.VERIFIER, "v"))
        .get(Owner.VERIFIER);
  }

  /** What carries the outbox; it is not started. */
  Collection<Repeater> relays() {
    return context.getBeansOfType(Repeater.class).values();
  }

  String url() {
    return database.jdbcUrl();
  }

  /** Problems of every second hour until now; the same ones for the same seed. */
  void draw(int count, long seed) {
    Random random = new Random(seed);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < count; i++) {
      ProblemHistory recorded =
          ProblemHistoryFixture.draw(random, now.minus(Duration.ofHours(1 + 2L * i)));
      problems.add(recorded);
      settle(recorded);
    }
  }

  private void settle(ProblemHistory recorded) {
    at(recorded.problem().submittedAt().plusSeconds(10)).take(recorded.events());
    at(recorded.problem().deadline().plusSeconds(1)).settleIfDue(recorded.problem().id());
  }

  void take(Instant now, List<Event> events) {
    at(now).take(events);
  }

  private Adjudicator at(Instant now) {
    return adjudicator(EQUALITY, now);
  }

  /** One that compares answers in this way. */
  Adjudicator adjudicator(AnswerEquality equality, Instant now) {
    return adjudicator(equality, Requests.verdicts(Integer.MAX_VALUE), now);
  }

  /** The same, by somebody who may ask for all this. */
  Adjudicator adjudicator(AnswerEquality equality, Requests requests, Instant now) {
    return new Adjudicator(store, new Selection(Assurance.NONE), equality, requests, () -> now);
  }

  @Override
  public void close() {
    context.close();
    source.close();
    database.close();
  }
}
