// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.AttemptId;
import dev.assay.contracts.EventCodec;
import dev.assay.contracts.Policy;
import dev.assay.contracts.Problem;
import dev.assay.contracts.ProblemId;
import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import dev.assay.messaging.DeadLetterHeaders;
import dev.assay.messaging.Envelope;
import dev.assay.messaging.broker.KafkaDependency;
import dev.assay.messaging.broker.TopicProperties;
import dev.assay.messaging.redrive.Redrive.Outcome;
import dev.assay.messaging.redrive.Redrive.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters on a real broker, looked through and redriven. */
class DeadLetterBoxIT {

  private static final TopicProperties TOPICS =
      new TopicProperties(3, (short) 1, Duration.ofDays(3), Duration.ofDays(30));
  private static final Terms ONCE = new Terms(false, false, 100);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static KafkaProducer<byte[], byte[]> producer;
  private static DeadLetterBox box;

  /** A reason of this test's own dead letters. */
  private String reason;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    assertThat(new KafkaDependency(kafka.clientProperties(), TOPICS).trouble()).isEmpty();
    Map<String, Object> settings = new HashMap<>(kafka.clientProperties());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    box = DeadLetterBox.open(kafka.clientProperties());
  }

  @AfterAll
  static void stop() {
    box.close();
    producer.close();
    kafka.close();
  }

  @BeforeEach
  void anotherReason() {
    reason = "no model " + UUID.randomUUID();
  }

  @Test
  void aDeadLetterIsListedWithWhatItsHeadersTell() throws Exception {
    AttemptEvent.Requested event = attempt(Instant.now());
    Position position = bury(event, "generator", reason);

    DeadLetterList listing = box.list(mine(), 10);

    assertThat(listing.complete()).isTrue();
    assertThat(listing.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.redriven()).isZero();
              assertThat(entry.letter())
                  .extracting(
                      DeadLetter::position,
                      DeadLetter::group,
                      DeadLetter::reason,
                      DeadLetter::type,
                      DeadLetter::event,
                      DeadLetter::problem)
                  .containsExactly(
                      position,
                      "generator",
                      reason,
                      "attempt.requested.v1",
                      event.eventId(),
                      event.problemId());
            });
  }

  @Test
  void filtersLeaveOutWhatIsNotMeant() throws Exception {
    AttemptEvent.Requested event = attempt(Instant.now());
    bury(event, "generator", reason);
    bury(attempt(Instant.now()), "generator", reason + " and another");
    List<Topic<?>> attempts = List.of(Topic.ATTEMPTS);

    assertThat(count(attempts, "generator", null, null)).isEqualTo(2);
    assertThat(count(List.of(Topic.SOLUTIONS), null, null, null)).isZero();
    assertThat(count(attempts, "critic", null, null)).isZero();
    assertThat(count(attempts, null, event.problemId(), null)).isEqualTo(1);
    assertThat(count(attempts, null, null, Instant.now().plusSeconds(3_600))).isZero();
    assertThat(count(attempts, null, null, Instant.now().minusSeconds(3_600))).isEqualTo(2);
  }

  @Test
  void theNewestAreListedAndTheOthersCounted() throws Exception {
    for (int i = 0; i < 5; i++) {
      bury(attempt(Instant.now()), "generator", reason + " " + i);
    }

    DeadLetterList listing = box.list(mine(), 2);

    assertThat(listing.matching()).isEqualTo(5);
    assertThat(listing.entries())
        .extracting(each -> each.letter().reason())
        .containsExactlyInAnyOrder(reason + " 3", reason + " 4");
  }

  @Test
  void aRedrivenRecordIsAsItWasAndMarkedOnce() throws Exception {
    AttemptEvent.Requested event = attempt(Instant.now());
    Position position = bury(event, "generator", reason);

    assertThat(outcomes(mine(), ONCE)).containsExactly(Outcome.REDRIVEN);

    ConsumerRecord<byte[], byte[]> again = onlyOn(Topic.ATTEMPTS, event);
    assertThat(again.value()).isEqualTo(EventCodec.encode(event));
    assertThat(headers(again))
        .isEqualTo(
            Map.of(
                Envelope.EVENT_ID,
                event.eventId(),
                Envelope.EVENT_TYPE,
                "attempt.requested.v1",
                "traceparent",
                "a trace",
                DeadLetterHeaders.REDRIVEN,
                "1"));
    assertThat(box.list(mine(), 10).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.redriven()).isEqualTo(1));
    assertThat(box.record(position)).isPresent();
  }

  @Test
  void aSecondRedriveSkipsItUnlessAskedAgain() throws Exception {
    AttemptEvent.Requested event = attempt(Instant.now());
    bury(event, "generator", reason);

    assertThat(outcomes(mine(), ONCE)).containsExactly(Outcome.REDRIVEN);
    assertThat(outcomes(mine(), ONCE)).containsExactly(Outcome.SKIPPED);
    assertThat(outcomes(mine(), new Terms(true, false, 100))).containsExactly(Outcome.REDRIVEN);

    assertThat(on(Topic.ATTEMPTS, event))
        .extracting(each -> headers(each).get(DeadLetterHeaders.REDRIVEN))
        .containsExactly("1", "2");
    assertThat(box.list(mine(), 10).entries().getFirst().redriven()).isEqualTo(2);
  }

  @Test
  void aDryRunSaysWhatItWouldDoAndDoesNothing() throws Exception {
    AttemptEvent.Requested event = attempt(Instant.now());
    bury(event, "generator", reason);

    assertThat(outcomes(mine(), new Terms(false, true, 100))).containsExactly(Outcome.PLANNED);

    assertThat(on(Topic.ATTEMPTS, event)).isEmpty();
    assertThat(box.list(mine(), 10).entries().getFirst().redriven()).isZero();
  }

  @Test
  void noMoreAreRedrivenThanMayBeAndTheNextTimeGoesOn() throws Exception {
    for (int i = 0; i < 3; i++) {
      bury(attempt(Instant.now()), "generator", reason);
    }

    List<Redrive> told = new ArrayList<>();
    assertThat(box.redrive(mine(), new Terms(false, false, 2), Instant.now(), told::add))
        .isEqualTo(new Redrive.Tally(2, 0, true, true));
    assertThat(box.redrive(mine(), new Terms(false, false, 2), Instant.now(), told::add))
        .extracting(Redrive.Tally::redriven, Redrive.Tally::more)
        .containsExactly(1, false);
  }

  @Test
  void positionsNameSingleDeadLetters() throws Exception {
    Position one = bury(attempt(Instant.now()), "generator", reason);
    bury(attempt(Instant.now()), "generator", reason);

    assertThat(outcomes(DeadLetterFilter.of(one), ONCE)).containsExactly(Outcome.REDRIVEN);
    assertThat(box.list(mine(), 10).entries())
        .filteredOn(entry -> entry.redriven() == 1)
        .extracting(entry -> entry.letter().position())
        .containsExactly(one);
  }

  @Test
  void whatWouldChangeNothingIsSaidAndStays() throws Exception {
    AttemptEvent.Requested settled = attempt(Instant.now());
    bury(settled, "generator", reason);
    settle(settled.problemId());
    bury(attempt(Instant.now().minus(Duration.ofHours(2))), "generator", reason);
    bury("attempts", "the first 4 of 2000000 bytes; " + reason, "{\"ty".getBytes(UTF_8), Map.of());
    bury("attempts", reason, "\u001b[2Jnonsense".getBytes(UTF_8), Map.of());
    bury("attempts", reason, "{\"type\": \"attempt.guessed.v9\"}".getBytes(UTF_8), Map.of());

    List<Redrive> told = new ArrayList<>();
    assertThat(box.redrive(mine(), ONCE, Instant.now(), told::add))
        .isEqualTo(new Redrive.Tally(0, 5, true, false));

    assertThat(told)
        .extracting(Redrive::why)
        .satisfiesOnlyOnce(why -> assertThat(why).isEqualTo("its problem is settled"))
        .satisfiesOnlyOnce(why -> assertThat(why).startsWith("the deadline of its problem was "))
        .satisfiesOnlyOnce(
            why -> assertThat(why).isEqualTo("only the first 4 of its 2000000 bytes were kept"))
        .satisfiesOnlyOnce(
            why -> assertThat(why).startsWith("it would die again").doesNotContain("\u001b"))
        .satisfiesOnlyOnce(
            why ->
                assertThat(why).isEqualTo("this build does not know its type, attempt.guessed.v9"));
  }

  @Test
  void theRecorderIsGivenWhatBelongsToSettledProblems() throws Exception {
    AttemptEvent.Requested settled = attempt(Instant.now().minus(Duration.ofHours(2)));
    bury(settled, "gateway", reason);
    settle(settled.problemId());

    assertThat(outcomes(mine(), ONCE)).containsExactly(Outcome.REDRIVEN);
  }

  @Test
  void aRecordOfAnyHeadersIsListedAndShown() throws Exception {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    headers.put(Envelope.EVENT_ID, "e\n\u001b[31m".repeat(1_000).getBytes(UTF_8));
    headers.put(Envelope.EVENT_TYPE, new byte[] {-1, -2, 0});
    headers.put(DeadLetterHeaders.REDRIVEN, "999999999999".getBytes(UTF_8));
    Position position = bury("attempts", reason + "\u0007", null, headers);

    DeadLetter letter = box.list(DeadLetterFilter.of(position), 10).entries().getFirst().letter();

    assertThat(letter.event()).hasSize(513).doesNotContain("\n", "\u001b");
    assertThat(letter.type()).isEqualTo("\ufffd\ufffd\ufffd");
    assertThat(letter.reason()).isEqualTo(reason + "\ufffd");
    assertThat(letter.lives()).isZero();
    assertThat(letter.problem()).isNull();
    assertThat(box.record(position).orElseThrow().headers()).hasSize(5);
  }

  @Test
  void aPlaceWithoutADeadLetterHasNone() {
    assertThat(box.record(new Position(Topic.ATTEMPTS, 2, 999_999))).isEmpty();
    assertThat(box.record(new Position(Topic.ATTEMPTS, 999, 0))).isEmpty();
  }

  @Test
  void aBrokerThatIsAwayIsSaid() {
    Map<String, Object> clients = new HashMap<>(kafka.clientProperties());
    clients.put("bootstrap.servers", "127.0.0.1:1");
    clients.put("default.api.timeout.ms", 1_000);

    try (DeadLetterBox nobody = DeadLetterBox.open(clients)) {
      assertThatThrownBy(() -> nobody.list(DeadLetterFilter.ALL, 10))
          .isInstanceOf(BrokerFailedException.class)
          .hasMessageStartingWith("Kafka at 127.0.0.1:1: ");
    }
  }

  private DeadLetterFilter mine() {
    return new DeadLetterFilter(Set.of(), List.of(), null, null, null, null, reason);
  }

  private long count(
      List<Topic<?>> topics,
      @Nullable String group,
      @Nullable ProblemId problem,
      @Nullable Instant since) {
    DeadLetterFilter filter =
        new DeadLetterFilter(Set.of(), topics, group, problem, null, since, reason);
    return box.list(filter, 10).matching();
  }

  private static List<Outcome> outcomes(DeadLetterFilter filter, Terms terms) {
    List<Outcome> outcomes = new ArrayList<>();
    box.redrive(filter, terms, Instant.now(), each -> outcomes.add(each.outcome()));
    return outcomes;
  }

  private static AttemptEvent.Requested attempt(Instant submittedAt) {
    Problem problem =
        new Problem(new ProblemId(UUID.randomUUID()), "1 + 1 =", Policy.DEFAULT, submittedAt);
    return new AttemptEvent.Requested(problem, new AttemptId(problem.id(), 0));
  }

  private static Position bury(AttemptEvent.Requested event, String group, String why)
      throws Exception {
    Map<String, byte[]> headers = new LinkedHashMap<>();
    headers.put(Envelope.EVENT_ID, event.eventId().getBytes(UTF_8));
    headers.put(Envelope.EVENT_TYPE, event.type().getBytes(UTF_8));
    headers.put("traceparent", "a trace".getBytes(UTF_8));
    headers.put("due", "1".getBytes(UTF_8));
    headers.put("tries", "7".getBytes(UTF_8));
    headers.put("call", "2".getBytes(UTF_8));
    headers.put("heard", "[]".getBytes(UTF_8));
    headers.put(DeadLetterHeaders.GROUP, group.getBytes(UTF_8));
    return bury("attempts", why, EventCodec.encode(event), headers);
  }

  private static Position bury(
      String topic, String why, byte @Nullable [] body, Map<String, byte[]> headers)
      throws Exception {
    byte[] key = UUID.randomUUID().toString().replace('-', 'x').getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic + ".dlq", key, body);
    headers.forEach((name, value) -> record.headers().add(name, value));
    record.headers().add(DeadLetterHeaders.REASON, why.getBytes(UTF_8));
    record.headers().add("dead-letter-note", "of a later build".getBytes(UTF_8));
    var written = producer.send(record).get();
    return new Position(Position.topic(topic), written.partition(), written.offset());
  }

  private static void settle(ProblemId problem) throws Exception {
    producer
        .send(
            new ProducerRecord<>(
                "answers", problem.toString().getBytes(UTF_8), "{}".getBytes(UTF_8)))
        .get();
  }

  private static ConsumerRecord<byte[], byte[]> onlyOn(
      Topic<?> topic, AttemptEvent.Requested event) {
    List<ConsumerRecord<byte[], byte[]>> all = on(topic, event);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<ConsumerRecord<byte[], byte[]>> on(
      Topic<?> topic, AttemptEvent.Requested event) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka.clientProperties())) {
      reader.read(
          reader.partitions(List.of(topic.name())),
          null,
          each -> {
            if (event.eventId().equals(headers(each).get(Envelope.EVENT_ID))) {
              found.add(each);
            }
          });
    }
    return found;
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
    return headers;
  }
}
