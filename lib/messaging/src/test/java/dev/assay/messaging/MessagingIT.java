// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.Answer;
import dev.assay.contracts.AnswerEvent;
import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Event;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Problem;
import dev.assay.contracts.Topic;
import dev.assay.contracts.Usage;
import dev.assay.contracts.VerdictEvent.Abandoned;
import dev.assay.contracts.VerdictEvent.Stage;
import dev.assay.embedded.servers.EmbeddedKafka;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** One worker on a real broker: what comes of good, bad, strange, late and repeated records. */
class MessagingIT {

  private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
  private static final ScriptedWork WORK = new ScriptedWork();

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;
  private static ConfigurableApplicationContext service;
  private static KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  static void start() {
    Metrics.addRegistry(METERS);
    kafka = EmbeddedKafka.start(folder);
    service =
        new SpringApplicationBuilder(Worker.class)
            .web(WebApplicationType.NONE)
            .properties(new HashMap<>(kafka.serviceSettings()))
            .properties(
                "spring.config.name=messaging",
                "spring.cloud.function.definition=draft;settled",
                "spring.cloud.stream.bindings.draft-in-0.destination=attempts",
                "spring.cloud.stream.bindings.draft-in-0.group=worker",
                "spring.cloud.stream.bindings.draft-in-0.consumer.batch-mode=false",
                "spring.cloud.stream.bindings.settled-in-0.destination=answers")
            .run();
    producer =
        new KafkaProducer<>(
            kafka.clientProperties(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @AfterAll
  static void stop() {
    producer.close();
    service.close();
    kafka.close();
    Metrics.removeRegistry(METERS);
  }

  @Test
  void whatFollowsFromAnEventIsPublishedUnderTheProblemsKeyWithItsCause() {
    AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 0);

    send("attempts", attempt);

    ConsumerRecord<byte[], byte[]> followed = result(attempt);
    assertThat(new String(followed.key(), StandardCharsets.UTF_8))
        .isEqualTo(attempt.problemId().toString());
    assertThat(header(followed, Envelope.CAUSED_BY)).isEqualTo(attempt.eventId());
    assertThat(header(followed, Envelope.EVENT_ID))
        .isEqualTo("attempt.abandoned.v1:" + attempt.attempt());
  }

  @Test
  void whatFollowsIsOnBehalfOfTheTenantOfItsCauseAndInItsTrace() {
    AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 0);
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    ProducerRecord<byte[], byte[]> record = record("attempts", attempt);
    record.headers().add(Envelope.TENANT, "acme".getBytes(StandardCharsets.UTF_8));
    record.headers().add(Envelope.TRACE, trace.getBytes(StandardCharsets.UTF_8));

    producer.send(record);

    assertThat(header(result(attempt), Envelope.TENANT)).isEqualTo("acme");
    assertThat(header(result(attempt), Envelope.TRACE)).isEqualTo(trace);
  }

  @Test
  void whatTheServicesThemselvesPublishComesBackWithItsHeaders() {
    AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 0);
    Envelope envelope = new Envelope(attempt.eventId(), attempt.type(), "why", "acme", null);

    service.getBean(Publisher.class).publishNow(RawRecord.of(attempt, envelope));

    assertThat(header(result(attempt), Envelope.TENANT)).isEqualTo("acme");
    assertThat(header(result(attempt), Envelope.TRACE)).isEmpty();
  }

  @Test
  void recordsOfAPollAreWorkedSideBySide() {
    Problem problem = EventFixture.problem();
    WORK.meeting = new CountDownLatch(4);

    for (int i = 0; i < 4; i++) {
      send("attempts", EventFixture.attempt(problem, 100 + i));
    }

    // Each waits until all four are at work: one after another they would never meet.
    await().atMost(Duration.ofSeconds(20)).until(() -> WORK.meeting.getCount() == 0);
  }

  @Test
  void aMalformedRecordIsDeadLetteredWithTheReasonAndTheLoopGoesOn() {
    byte[] broken =
        "{\"type\":\"attempt.requested.v1\",\"attempt\":7}".getBytes(StandardCharsets.UTF_8);
    AttemptEvent.Requested next = EventFixture.attempt(EventFixture.problem(), 0);

    producer.send(new ProducerRecord<>("attempts", broken));
    producer.send(new ProducerRecord<>("attempts", "not json".getBytes(StandardCharsets.UTF_8)));
    producer.send(new ProducerRecord<>("attempts", null));
    send("attempts", next);

    result(next);
    List<ConsumerRecord<byte[], byte[]>> dead =
        records("attempts.dlq", found -> found.stream().anyMatch(each -> equal(each, broken)));
    assertThat(dead)
        .filteredOn(each -> equal(each, broken))
        .allSatisfy(each -> assertThat(header(each, KafkaDeadLetters.REASON)).contains("attempt"));
    assertThat(count("malformed")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void anUnknownTypeIsCountedAndSkipped() {
    double before = count("unknown");
    AttemptEvent.Requested next = EventFixture.attempt(EventFixture.problem(), 0);

    producer.send(
        new ProducerRecord<>(
            "attempts", "{\"type\":\"attempt.paused.v7\"}".getBytes(StandardCharsets.UTF_8)));
    send("attempts", next);

    result(next);
    await().atMost(Duration.ofSeconds(10)).until(() -> count("unknown") == before + 1);
  }

  @Test
  void aTransientFailureIsTriedAgain() {
    AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 201);
    WORK.failures.set(2);

    send("attempts", attempt);

    assertThat(reason(result(attempt))).isEqualTo("done");
    assertThat(WORK.failures.get()).isZero();
  }

  @Test
  void workThatFailsForGoodIsGivenUpAndDeadLettered() {
    AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 202);

    send("attempts", attempt);

    assertThat(reason(result(attempt))).isEqualTo("no such model");
    byte[] body = EventCodec.encode(attempt);
    records("attempts.dlq", found -> found.stream().anyMatch(each -> equal(each, body)));
  }

  @Test
  void workThatIsTooLateIsGivenUpUntried() {
    Problem old = EventFixture.problem(Instant.now().minus(Duration.ofHours(2)));
    AttemptEvent.Requested attempt = EventFixture.attempt(old, 0);

    send("attempts", attempt);

    assertThat(reason(result(attempt))).contains("deadline had passed");
    assertThat(WORK.performed).doesNotContain(attempt.eventId());
  }

  @Test
  void aRepeatedRecordIsNotWorkedTwice() {
    AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 0);
    AttemptEvent.Requested next = EventFixture.attempt(EventFixture.problem(), 1);

    send("attempts", attempt);
    result(attempt);
    send("attempts", attempt);
    send("attempts", next);

    result(next);
    assertThat(WORK.performed).filteredOn(attempt.eventId()::equals).hasSize(1);
  }

  @Test
  void aCallThatHangsIsHungUpWhenItsProblemIsSettledAndThePollGoesOn() throws Exception {
    Problem problem = EventFixture.problem();
    AttemptEvent.Requested next = EventFixture.attempt(EventFixture.problem(), 0);
    double before = count("skipped");
    send("attempts", EventFixture.attempt(problem, 301));
    WORK.hung.acquire();

    Answer answer = Answer.failed(problem.policy(), "nobody wants it", Instant.now());
    send("answers", new AnswerEvent.Settled(problem.id(), answer));
    send("attempts", next);

    await().atMost(Duration.ofSeconds(20)).until(() -> count("skipped") == before + 1);
    result(next);
  }

  @Test
  void theLargestEventsThatThereAreFitIntoTheBrokersRecords() {
    Publisher publisher = service.getBean(Publisher.class);

    LargestEvents.worst()
        .forEach(
            event -> {
              String cause = "solution.criticised.v1:" + event.subject();
              publisher.publishNow(RawRecord.of(event, Envelope.of(event, cause)));
            });
  }

  @Test
  void anEventThatFitsIntoNoRecordIsToldApartFromABrokerThatIsAway() {
    Publisher publisher = service.getBean(Publisher.class);

    AttemptEvent.Requested large = tooLarge();

    assertThatThrownBy(() -> publisher.publishNow(RawRecord.of(large, Envelope.of(large, null))))
        .isInstanceOf(UnsendableException.class)
        .hasMessageStartingWith("attempt.requested.v1:");
  }

  @Test
  void ofADeadLetterThatFitsIntoNoRecordTheBeginningIsKept() {
    byte[] key = "key".getBytes(StandardCharsets.UTF_8);
    byte[] body = EventCodec.encode(tooLarge());

    service
        .getBean(DeadLetters.class)
        .add(
            new RawRecord("answers", key, body, Map.of()),
            "outbox",
            "too\r\nlarge: " + "x".repeat(9_000));

    ConsumerRecord<byte[], byte[]> dead =
        records("answers.dlq", found -> !found.isEmpty()).getFirst();
    assertThat(dead.value()).isEqualTo(java.util.Arrays.copyOf(body, 65_536));
    assertThat(header(dead, KafkaDeadLetters.REASON))
        .contains("the first 65536 of " + body.length + " bytes; too  large: xxx")
        .doesNotContain("\r", "\n")
        .hasSizeLessThan(2_000);
  }

  @Test
  void whatANewerBuildLeftForATopicOfItsOwnIsKeptUnderItsName() {
    byte[] body = "{\"type\":\"label.given.v1\"}".getBytes(StandardCharsets.UTF_8);

    service
        .getBean(DeadLetters.class)
        .add(new RawRecord("labels", body, body, Map.of()), "outbox", "new");
    service
        .getBean(DeadLetters.class)
        .add(new RawRecord("a/b c", body, body, Map.of()), "outbox", "new");

    assertThat(records("labels.dlq", found -> !found.isEmpty()).getFirst().value()).isEqualTo(body);
    assertThat(records("unknown.dlq", found -> !found.isEmpty()).getFirst().value())
        .isEqualTo(body);
  }

  private static AttemptEvent.Requested tooLarge() {
    Problem small = EventFixture.problem();
    String question = "x".repeat(1_100_000);
    Problem large = new Problem(small.id(), question, small.policy(), small.submittedAt());
    return EventFixture.attempt(large, 0);
  }

  private static void send(String topic, Event event) {
    producer.send(record(topic, event));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, Event event) {
    byte[] key = event.problemId().toString().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, EventCodec.encode(event));
  }

  private static ConsumerRecord<byte[], byte[]> result(AttemptEvent.Requested cause) {
    String causeId = cause.eventId();
    return records(
            Topic.VERDICTS.name(),
            found -> found.stream().anyMatch(each -> causedBy(each, causeId)))
        .stream()
        .filter(each -> causedBy(each, causeId))
        .findFirst()
        .orElseThrow();
  }

  private static boolean causedBy(ConsumerRecord<byte[], byte[]> each, String id) {
    return id.equals(header(each, Envelope.CAUSED_BY));
  }

  /** All records of a topic, as soon as they satisfy the condition. */
  private static List<ConsumerRecord<byte[], byte[]>> records(
      String topic,
      java.util.function.Predicate<Collection<ConsumerRecord<byte[], byte[]>>> enough) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reader(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                return enough.test(found);
              });
    }
    return found;
  }

  private static Map<String, Object> reader() {
    Map<String, Object> settings = kafka.clientProperties();
    settings.put("auto.offset.reset", "earliest");
    settings.put("group.id", "reader-" + System.nanoTime());
    return settings;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String reason(ConsumerRecord<byte[], byte[]> record) {
    return ((Abandoned)
            ((dev.assay.contracts.Decoded.Known<?>)
                    EventCodec.decode(Topic.VERDICTS, record.value()))
                .event())
        .reason();
  }

  private static boolean equal(ConsumerRecord<byte[], byte[]> record, byte[] body) {
    return java.util.Arrays.equals(record.value(), body);
  }

  private static double count(String outcome) {
    var counter =
        METERS.find("assay.records").tags("group", "worker", "outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

  /** Answers every attempt with an event that says what came of it. */
  static final class ScriptedWork implements Work<AttemptEvent> {

    final ConcurrentLinkedQueue<String> performed = new ConcurrentLinkedQueue<>();
    final AtomicInteger failures = new AtomicInteger();
    final Semaphore hung = new Semaphore(0);
    volatile CountDownLatch meeting = new CountDownLatch(0);

    @Override
    public TryResult perform(AttemptEvent event) {
      performed.add(event.eventId());
      AttemptEvent.Requested attempt = (AttemptEvent.Requested) event;
      int number = attempt.attempt().number();
      if (number == 201 && failures.get() > 0) {
        failures.decrementAndGet();
        return new TryResult.RetryAfter(Optional.empty(), "busy", Usage.NONE);
      }
      if (number == 202) {
        return new TryResult.GiveUp("no such model", Usage.NONE);
      }
      if (number == 301) {
        hang();
      }
      if (number >= 100 && number < 200) {
        meet();
      }
      return new TryResult.Done(end(attempt, "done"));
    }

    private void hang() {
      try {
        hung.release();
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("hung up", e);
      }
    }

    private void meet() {
      try {
        meeting.countDown();
        assertThat(meeting.await(15, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public List<? extends Event> giveUp(AttemptEvent event, Failure failure) {
      return List.of(end((AttemptEvent.Requested) event, failure.reason()));
    }

    private static Abandoned end(AttemptEvent.Requested attempt, String reason) {
      return new Abandoned(attempt.attempt(), Stage.DRAFTING, reason, Usage.NONE);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Worker {

    @Bean
    Consumer<Message<Delivery>> draft(Consumers consumers) {
      return consumers.work(
          Topic.ATTEMPTS,
          "worker",
          true,
          WORK,
          new Retries(5, Duration.ofMillis(10), Duration.ofMillis(10)));
    }
  }
}
