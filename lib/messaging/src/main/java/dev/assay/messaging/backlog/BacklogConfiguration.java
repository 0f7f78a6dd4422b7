// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.backlog;

import dev.assay.messaging.Repeater;
import io.micrometer.core.instrument.Metrics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by the one service that tells what waits: the door, which sheds by it. */
@Configuration(proxyBeanMethods = false)
public class BacklogConfiguration {

  @Bean
  BrokerBacklog backlog(
      KafkaProperties properties, KafkaConnectionDetails servers, InstantSource clock) {
    Map<String, Object> clients = new HashMap<>(properties.buildAdminProperties());
    clients.put(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.getAdmin().getBootstrapServers());
    return new BrokerBacklog(clients, WorkGroup.ALL, clock);
  }

  @Bean
  BacklogGauges backlogGauges(BrokerBacklog backlog) {
    // The global registry reaches every context of this JVM, so that one port shows all gauges.
    return new BacklogGauges(backlog, WorkGroup.ALL, Metrics.globalRegistry);
  }

  @Bean
  Repeater backlogReadings(BrokerBacklog backlog) {
    return new Repeater("backlog", backlog::turn);
  }
}
