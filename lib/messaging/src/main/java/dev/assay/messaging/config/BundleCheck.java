// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.config;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/**
 * Refuses to start where connections to Kafka are to be secured by a bundle of Boot's: the binder
 * passes bundles over, and its clients would trust whom the JDK trusts, and show no certificate.
 */
@AutoConfiguration
class BundleCheck {

  @Bean
  InitializingBean kafkaWithoutBundle(KafkaProperties kafka) {
    return () -> {
      refuse("spring.kafka.ssl.bundle", kafka.getSsl());
      refuse("spring.kafka.consumer.ssl.bundle", kafka.getConsumer().getSsl());
      refuse("spring.kafka.producer.ssl.bundle", kafka.getProducer().getSsl());
      refuse("spring.kafka.admin.ssl.bundle", kafka.getAdmin().getSsl());
    };
  }

  private static void refuse(String name, KafkaProperties.Ssl ssl) {
    if (StringUtils.hasText(ssl.getBundle())) {
      throw new IllegalArgumentException(
          name
              + ": "
              + ssl.getBundle()
              + " (expected: spring.kafka.ssl.trust-store-location and key-store-location, of type"
              + " PEM or PKCS12; the binder reads no bundles)");
    }
  }
}
