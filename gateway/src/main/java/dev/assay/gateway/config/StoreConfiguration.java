// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import dev.assay.gateway.core.FreeSpace;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.out.DiskSpace;
import dev.assay.gateway.out.ExpiredProblems;
import dev.assay.gateway.out.JdbcDeletions;
import dev.assay.messaging.Repeater;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.service.DatabaseDependency;
import dev.assay.service.Dependency;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what keeps the space that problems take within bounds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {

  /** The last one of db/gateway that this build needs. */
  private static final int MIGRATION = 10;

  @Bean
  Dependency database(DataSource database) {
    return new DatabaseDependency(database, "gateway", MIGRATION);
  }

  @Bean
  FreeSpace space(StoreProperties properties) {
    return properties.folder().isBlank()
        ? Optional::empty
        : new DiskSpace(Path.of(properties.folder()), properties.leastFree().toBytes());
  }

  @Bean
  JdbcDeletions deletions(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      Problems problems,
      InstantSource clock) {
    return new JdbcDeletions(jdbc, new TransactionTemplate(transactions), outbox, problems, clock);
  }

  @Bean
  Repeater leftDeletions(JdbcDeletions deletions) {
    return new Repeater("deletions", deletions::sweep);
  }

  @Bean
  Repeater expiry(JdbcClient jdbc, InstantSource clock, StoreProperties properties) {
    return new Repeater("expiry", new ExpiredProblems(jdbc, clock, properties.retention())::sweep);
  }
}
