// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class BundleCheckTests {

  private final KafkaProperties kafka = new KafkaProperties();

  private void check() throws Exception {
    new BundleCheck().kafkaWithoutBundle(kafka).afterPropertiesSet();
  }

  @Test
  void aBundleForAllClientsIsRefused() {
    kafka.getSsl().setBundle("ours");

    assertThatThrownBy(this::check)
        .hasMessageStartingWith("spring.kafka.ssl.bundle: ours (expected: ");
  }

  @Test
  void aBundleForOneKindOfClientIsRefused() {
    kafka.getProducer().getSsl().setBundle("ours");

    assertThatThrownBy(this::check)
        .hasMessageStartingWith("spring.kafka.producer.ssl.bundle: ours");
  }

  @Test
  void storesAreNot() {
    kafka.getSsl().setTrustStoreType("PEM");

    assertThatCode(this::check).doesNotThrowAnyException();
  }
}
