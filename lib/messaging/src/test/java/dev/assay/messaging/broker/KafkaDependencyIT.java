// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.Topic;
import dev.assay.embedded.servers.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a broker, and what is made on it. */
class KafkaDependencyIT {

  private static final TopicProperties TOPICS =
      new TopicProperties(3, (short) 1, Duration.ofDays(3), Duration.ofDays(30));

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static Admin admin;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    admin = Admin.create(kafka.clientProperties());
  }

  @AfterAll
  static void stop() {
    admin.close();
    kafka.close();
  }

  @Test
  void topicsAreMadeWithWhatTheyNeed() throws Exception {
    assertThat(dependency(Map.of()).trouble()).isEmpty();

    assertThat(topics())
        .hasSize(2 * Topic.ALL.size())
        .contains("problems", "problems.dlq", "answers", "answers.dlq");
    assertThat(partitions("verifications")).isEqualTo(3);
    assertThat(config("verdicts").get("retention.ms").value())
        .isEqualTo(String.valueOf(Duration.ofDays(3).toMillis()));
    assertThat(config("verdicts.dlq").get("retention.ms").value())
        .isEqualTo(String.valueOf(Duration.ofDays(30).toMillis()));
    assertThat(dependency(Map.of()).trouble()).isEmpty();
  }

  @Test
  void topicsWithFewerPartitionsThanWantedAreToldAndLeftAlone() throws Exception {
    assertThat(dependency(Map.of()).trouble()).isEmpty();
    TopicProperties more =
        new TopicProperties(7, (short) 1, Duration.ofDays(3), Duration.ofDays(30));

    assertThat(new KafkaDependency(kafka.clientProperties(), more).trouble())
        .contains(
            "topic answers has 3 of 7 partitions (expected: as many as ASSAY_PARTITIONS says; add"
                + " some, or say 3)");
    assertThat(partitions("answers")).isEqualTo(3);
  }

  @Test
  void aWrongPasswordIsTold() {
    String login =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"assay\""
            + " password=\"wrong\";";

    assertThat(dependency(Map.of("sasl.jaas.config", login)).trouble().orElseThrow())
        .startsWith("Kafka at " + kafka.bootstrapServers() + ": ")
        .contains("Authentication failed")
        .endsWith(
            "(expected: the login and protocol of ASSAY_KAFKA_LOGIN and ASSAY_KAFKA_PROTOCOL)");
  }

  @Test
  void aBrokerThatIsAwayIsTold() {
    assertThat(dependency(Map.of("bootstrap.servers", "127.0.0.1:1")).trouble().orElseThrow())
        .startsWith("Kafka at 127.0.0.1:1: ")
        .endsWith(
            "(expected: a broker at ASSAY_KAFKA that answers to ASSAY_KAFKA_PROTOCOL and"
                + " ASSAY_KAFKA_MECHANISM; start it)");
  }

  @Test
  void aNameThatNobodyKnowsIsTold() {
    assertThat(
            dependency(Map.of("bootstrap.servers", "nobody.invalid:9092")).trouble().orElseThrow())
        .startsWith("Kafka at nobody.invalid:9092: ")
        .contains("No resolvable bootstrap urls");
  }

  @ParameterizedTest
  @CsvSource({
    "bootstrap.servers, '', bootstrap.servers",
    "bootstrap.servers, nonsense, nonsense",
    "security.protocol, FOO, FOO",
    "sasl.jaas.config, garbage, Login module"
  })
  void whatCanBeNoSettingIsNotWaitedFor(String name, String value, String said) {
    assertThatThrownBy(() -> dependency(Map.of(name, value)).trouble())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Kafka's settings: ")
        .hasMessageContaining(said)
        .hasMessageContaining("(expected: hosts with ports in ASSAY_KAFKA");
  }

  @Test
  void anOldBrokerIsTold() {
    assertThat(KafkaDependency.tooOld((short) 28)).isEmpty();
    assertThat(KafkaDependency.tooOld((short) 27).orElseThrow())
        .isEqualTo(
            "is too old: it knows metadata.version 27 (expected: Kafka 4.2 or later, with"
                + " metadata.version 28; upgrade it)");
    assertThat(KafkaDependency.tooOld(null).orElseThrow()).contains("it knows no metadata.version");
  }

  private static KafkaDependency dependency(Map<String, Object> others) {
    Map<String, Object> clients = new HashMap<>(kafka.clientProperties());
    clients.putAll(others);
    return new KafkaDependency(clients, TOPICS);
  }

  private static Set<String> topics() throws Exception {
    return admin.listTopics().names().get();
  }

  private static int partitions(String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .size();
  }

  private static Config config(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource);
  }
}
