// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import dev.assay.contracts.QuestionKind;
import dev.assay.gateway.core.ErrorRatePromises;
import dev.assay.gateway.core.FreeSpace;
import dev.assay.gateway.core.LoadShedding;
import dev.assay.gateway.core.ProblemChanges;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.QuestionAcceptance;
import dev.assay.gateway.core.SettlementWaiters;
import dev.assay.gateway.core.SharedLook;
import dev.assay.gateway.core.Submissions;
import dev.assay.gateway.in.events.EventFunctions;
import dev.assay.gateway.out.CalibrationPromises;
import dev.assay.gateway.out.JdbcProblems;
import dev.assay.gateway.out.UndeliverableProblems;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.DatabaseFailures;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.backlog.BacklogConfiguration;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.messaging.outbox.OutboxConfiguration;
import dev.assay.messaging.outbox.Undeliverable;
import dev.assay.prompts.Protocol;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the core to PostgreSQL and Kafka; gateway.yaml names the topics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
@Import({BacklogConfiguration.class, OutboxConfiguration.class})
class GatewayConfiguration {

  @Bean
  ProblemChanges changes() {
    return new ProblemChanges();
  }

  /** Not named after a topic: the binder would take the bean for the channel to it. */
  @Bean
  Problems jdbcProblems(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      ProblemChanges changes,
      InstantSource clock) {
    return new JdbcProblems(jdbc, new TransactionTemplate(transactions), outbox, changes, clock);
  }

  @Bean
  Undeliverable undeliverableProblems(JdbcClient jdbc, InstantSource clock) {
    return new UndeliverableProblems(jdbc, clock);
  }

  /** By the protocol in which the roles ask. */
  @Bean
  QuestionAcceptance reach(Protocol protocol) {
    return new QuestionAcceptance() {
      @Override
      public Optional<String> refusal(String question, @Nullable String reference) {
        return protocol.refusal(question, reference);
      }

      @Override
      public Optional<QuestionKind> kind(String question) {
        return protocol.kind(question);
      }
    };
  }

  @Bean
  Submissions submissions(
      GatewayProperties properties,
      QuestionAcceptance reach,
      ErrorRatePromises promises,
      FreeSpace space,
      LoadShedding shedding,
      Problems problems,
      InstantSource clock) {
    return new Submissions(
        properties.defaultPolicy(),
        reach,
        promises,
        space,
        shedding,
        problems,
        clock,
        new SecureRandom());
  }

  @Bean
  ErrorRatePromises promises(GatewayProperties properties) {
    return CalibrationPromises.read(properties.calibration(), properties.verifier());
  }

  @Bean
  SharedLook sharedLook(
      GatewayProperties properties,
      Problems problems,
      ProblemChanges changes,
      InstantSource clock) {
    return new SharedLook(problems, changes, clock, properties.waits().poll());
  }

  @Bean
  SettlementWaiters settlements(
      GatewayProperties properties,
      Problems problems,
      ProblemChanges changes,
      SharedLook look,
      InstantSource clock) {
    SettlementWaiters.Patience patience =
        new SettlementWaiters.Patience(properties.waits().grace(), properties.waits().hangUp());
    return new SettlementWaiters(
        problems, changes, look, clock, patience, DatabaseFailures::passes);
  }

  @Bean
  Consumer<Message<List<RawRecord>>> record(Consumers consumers, Problems problems) {
    return EventFunctions.record(consumers, problems);
  }

  @Bean
  Consumer<Message<List<RawRecord>>> settle(Consumers consumers, Problems problems) {
    return EventFunctions.settle(consumers, problems);
  }
}
