// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.messaging.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imported by the services that have a database with an {@code outbox} table. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

  @Bean
  OutboxRelay outboxRelay(
      JdbcClient jdbc, PlatformTransactionManager transactions, Publisher publisher) {
    return new OutboxRelay(jdbc, new TransactionTemplate(transactions), publisher);
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, OutboxRelay relay) {
    return new Outbox(jdbc, relay);
  }
}
