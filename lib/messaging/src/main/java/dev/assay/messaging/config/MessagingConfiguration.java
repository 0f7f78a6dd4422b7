// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.config;

import dev.assay.messaging.Consumers;
import dev.assay.messaging.DeadLetters;
import dev.assay.messaging.KafkaDeadLetters;
import dev.assay.messaging.KafkaPublisher;
import dev.assay.messaging.Publisher;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.SettledProblems;
import dev.assay.messaging.broker.KafkaDependency;
import dev.assay.messaging.broker.TopicProperties;
import dev.assay.messaging.input.Clients;
import dev.assay.messaging.input.KafkaBinder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** Gives every service its publisher, its consumers and the binder of its functions. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({MessagingProperties.class, TopicProperties.class})
class MessagingConfiguration {

  @Bean
  KafkaDependency kafka(
      KafkaProperties properties, KafkaConnectionDetails servers, TopicProperties topics) {
    return new KafkaDependency(
        reached(properties.buildAdminProperties(), servers.getAdmin()), topics);
  }

  private static Map<String, Object> reached(
      Map<String, Object> settings, KafkaConnectionDetails.Configuration servers) {
    Map<String, Object> clients = new HashMap<>(settings);
    clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers.getBootstrapServers());
    return clients;
  }

  @Bean
  HealthIndicator kafkaHealthIndicator(KafkaDependency kafka) {
    return () ->
        kafka
            .trouble()
            .map(trouble -> Health.down().withDetail("trouble", trouble))
            .orElseGet(Health::up)
            .build();
  }

  @Bean
  Clients clients(KafkaProperties properties, KafkaConnectionDetails servers) {
    return new Clients(
        reached(properties.buildConsumerProperties(), servers.getConsumer()),
        reached(properties.buildProducerProperties(), servers.getProducer()));
  }

  @Bean(destroyMethod = "close")
  Producer<byte[], byte[]> producer(Clients clients) {
    return clients.producer();
  }

  @Bean
  KafkaBinder assayBinder(
      Clients clients,
      Producer<byte[], byte[]> producer,
      MessagingProperties properties,
      InstantSource clock) {
    return new KafkaBinder(
        clients,
        producer,
        properties.slots(),
        properties.ahead(),
        properties.aheadBytes().toBytes(),
        properties.gather(),
        clock);
  }

  @Bean
  static HeldBindings.Instead heldBindings() {
    return new HeldBindings.Instead();
  }

  @Bean
  Publisher publisher(Producer<byte[], byte[]> producer) {
    return new KafkaPublisher(producer);
  }

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  SettledProblems settledProblems() {
    return new SettledProblems();
  }

  @Bean
  DeadLetters deadLetters(Publisher publisher, KafkaDependency kafka) {
    return new KafkaDeadLetters(publisher, kafka::requireTopic);
  }

  @Bean
  Consumers consumers(
      Publisher publisher, DeadLetters deadLetters, SettledProblems settled, InstantSource clock) {
    // The global registry reaches every context of this JVM, so that one port shows all counters.
    MeterRegistry meters = Metrics.globalRegistry;
    return new Consumers(publisher, deadLetters, settled, meters, clock);
  }

  @Bean
  GivingBack givingBack(
      KafkaBinder inputs,
      SettledProblems settled,
      Producer<byte[], byte[]> producer,
      LifecycleProperties lifecycle) {
    return new GivingBack(
        inputs, settled, producer, patience(lifecycle.getTimeoutPerShutdownPhase()));
  }

  /**
   * Bound by the workers to {@code answers} and {@code problems}, without a group: each replica
   * hears of every one.
   */
  @Bean
  Consumer<Message<List<RawRecord>>> settled(SettledProblems settled) {
    return polled -> polled.getPayload().forEach(settled::hear);
  }

  private static Duration patience(Duration bound) {
    if (bound.isNegative()) {
      throw new IllegalArgumentException(
          "ASSAY_STOP_WITHIN: " + bound + " (expected: a duration such as 30s, 0s at the least)");
    }
    return bound;
  }
}
