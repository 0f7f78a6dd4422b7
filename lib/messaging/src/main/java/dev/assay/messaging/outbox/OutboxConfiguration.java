// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.outbox;

import dev.assay.messaging.DeadLetters;
import dev.assay.messaging.Publisher;
import dev.assay.messaging.Repeater;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imported by the services that have a database with an {@code outbox} table. Each brings a bean
 * that says what takes the place of an event that can never be published.
 */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

  @Bean
  Departures departures(Publisher publisher) {
    return new Departures(publisher);
  }

  @Bean
  Outbox outbox(
      JdbcClient jdbc,
      Departures departures,
      @Qualifier("outboxRelay") ObjectProvider<Repeater> relay) {
    return new Outbox(new OutboxTable(jdbc), departures, () -> relay.ifAvailable(Repeater::wake));
  }

  @Bean
  OutboxRelay outboxRows(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Publisher publisher,
      Departures departures,
      DeadLetters deadLetters,
      Undeliverable owner,
      Outbox outbox) {
    OutboxTable table = new OutboxTable(jdbc);
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    HopelessRows hopelessRows = new HopelessRows(table, outbox, transaction, deadLetters, owner);
    return new OutboxRelay(table, transaction, publisher, departures, hopelessRows);
  }

  @Bean
  Repeater outboxRelay(OutboxRelay rows) {
    return new Repeater("outbox-relay", rows::turn);
  }
}
