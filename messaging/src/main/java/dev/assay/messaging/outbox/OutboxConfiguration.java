// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.messaging.Publisher;
import dev.assay.messaging.Repeater;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imported by the services that have a database with an {@code outbox} table. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

  @Bean
  Repeater outboxRelay(
      JdbcClient jdbc, PlatformTransactionManager transactions, Publisher publisher) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return new Repeater("outbox-relay", new OutboxRelay(jdbc, transaction, publisher)::turn);
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, @Qualifier("outboxRelay") Repeater relay) {
    return new Outbox(jdbc, relay);
  }
}
