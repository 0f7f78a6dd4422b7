// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerClientsTests {

  @Test
  void ourVariablesAreReadAsServicesReadThem() {
    assertThat(
            BrokerClients.of(
                Map.of(
                    "ASSAY_KAFKA", "one:1,two:2",
                    "ASSAY_KAFKA_PROTOCOL", "SASL_SSL",
                    "ASSAY_KAFKA_MECHANISM", "SCRAM-SHA-512",
                    "ASSAY_KAFKA_LOGIN", "a login;")))
        .containsEntry("bootstrap.servers", List.of("one:1", "two:2"))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("sasl.jaas.config", "a login;");
  }

  @Test
  void certificatesAreThoseOfTheFramework() {
    assertThat(
            BrokerClients.of(
                Map.of(
                    "ASSAY_KAFKA_PROTOCOL", "SSL",
                    "spring.kafka.ssl.trust-store-type", "PEM",
                    "spring.kafka.ssl.trust-store-location", "file:/run/secrets/kafka-ca.pem")))
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/run/secrets/kafka-ca.pem");
  }

  @Test
  void whatCanBeNoSettingIsSaid() {
    assertThatThrownBy(
            () -> BrokerClients.of(Map.of("spring.kafka.admin.operation-timeout", "soon")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Kafka's settings: ")
        .hasMessageContaining("soon");
  }
}
