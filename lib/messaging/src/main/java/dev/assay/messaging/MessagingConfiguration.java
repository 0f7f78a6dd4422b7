// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import dev.assay.contracts.Topic;
import dev.assay.messaging.broker.KafkaDependency;
import dev.assay.messaging.broker.TopicProperties;
import dev.assay.service.Dependency;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;

/** Gives every service its publisher, its consumers and the failure policy of its containers. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({MessagingProperties.class, TopicProperties.class})
class MessagingConfiguration {

  @Bean
  Dependency kafka(
      KafkaProperties properties, KafkaConnectionDetails servers, TopicProperties topics) {
    Map<String, Object> clients = new HashMap<>(properties.buildAdminProperties());
    clients.put(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.getAdmin().getBootstrapServers());
    return new KafkaDependency(clients, topics);
  }

  @Bean
  static HeldBindings.Instead heldBindings() {
    return new HeldBindings.Instead();
  }

  @Bean
  Publisher publisher(StreamBridge bridge) {
    return new StreamPublisher(bridge);
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
  DeadLetters deadLetters(StreamBridge bridge) {
    return new StreamDeadLetters(bridge);
  }

  @Bean
  Consumers consumers(
      Publisher publisher, DeadLetters deadLetters, SettledProblems settled, InstantSource clock) {
    // The global registry reaches every context of this JVM, so that one port shows all counters.
    MeterRegistry meters = Metrics.globalRegistry;
    return new Consumers(publisher, deadLetters, settled, meters, clock);
  }

  @Bean
  GivingBack givingBack(SettledProblems settled) {
    return new GivingBack(settled);
  }

  /** Bound by the workers to {@code answers}, without a group: each replica hears of every one. */
  @Bean
  Consumer<Message<List<byte[]>>> settled(Consumers consumers, SettledProblems settled) {
    return consumers.state(
        List.of(Topic.ANSWERS),
        "settled",
        false,
        events -> events.forEach(settled::on),
        _ -> false);
  }

  /**
   * A container that stops lets the poll in its hand be finished. What reaches a container is a
   * broker or a database that is away. It is tried again until it is back: giving up would drop the
   * batch.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> tryForever(
      LifecycleProperties lifecycle) {
    long patience = patience(lifecycle.getTimeoutPerShutdownPhase());
    return (container, _, _) -> {
      container.getContainerProperties().setShutdownTimeout(patience);
      ExponentialBackOff waits = new ExponentialBackOff(500, 2);
      waits.setMaxInterval(10_000);
      container.setCommonErrorHandler(new DefaultErrorHandler(waits));
    };
  }

  private static long patience(Duration bound) {
    if (bound.isNegative()) {
      throw new IllegalArgumentException(
          "ASSAY_STOP_WITHIN: " + bound + " (expected: a duration such as 30s, 0s at the least)");
    }
    return bound.toMillis();
  }
}
