// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import dev.assay.contracts.Topic;
import dev.assay.equality.answers.MathEquality;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.DatabaseFailures;
import dev.assay.messaging.Delivery;
import dev.assay.messaging.RawRecord;
import dev.assay.messaging.Repeater;
import dev.assay.messaging.Retries;
import dev.assay.messaging.outbox.Outbox;
import dev.assay.messaging.outbox.OutboxConfiguration;
import dev.assay.messaging.outbox.Undeliverable;
import dev.assay.roles.LikelihoodRole;
import dev.assay.roles.Role;
import dev.assay.selection.Assurance;
import dev.assay.selection.Selection;
import dev.assay.service.DatabaseDependency;
import dev.assay.service.Dependency;
import dev.assay.verifier.core.Adjudicator;
import dev.assay.verifier.core.LikelihoodVerdicts;
import dev.assay.verifier.core.References;
import dev.assay.verifier.core.Requests;
import dev.assay.verifier.core.SampledVerdicts;
import dev.assay.verifier.core.VerdictSource;
import dev.assay.verifier.core.Verifier;
import dev.assay.verifier.in.DeadlineSweep;
import dev.assay.verifier.in.SideBySide;
import dev.assay.verifier.in.VerificationWork;
import dev.assay.verifier.out.CalibrationFile;
import dev.assay.verifier.out.ExpiredEvidence;
import dev.assay.verifier.out.JdbcEvidenceStore;
import dev.assay.verifier.out.JdbcReferences;
import dev.assay.verifier.out.LikelihoodFile;
import dev.assay.verifier.out.SettledAnswers;
import dev.assay.verifier.out.UndeliverableEvents;
import io.micrometer.core.instrument.Metrics;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the service together; the functions are bound to topics in {@code verifier-service.yaml}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VerifierProperties.class, EvidenceProperties.class})
@Import({OutboxConfiguration.class, SideRoles.class})
class VerifierConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(VerifierConfiguration.class);

  /** The last one of db/verifier that this build needs. */
  private static final int MIGRATION = 12;

  private static final String STATE = "verifier";
  private static final String WORK = "verifier-work";

  private static final List<Topic<?>> EVIDENCE =
      List.of(Topic.PROBLEMS, Topic.SOLUTIONS, Topic.CRITIQUES, Topic.VERDICTS);

  /** What cannot be read on {@code solutions} is dead-lettered by the critic. */
  private static final List<Topic<?>> OWNED =
      List.of(Topic.PROBLEMS, Topic.CRITIQUES, Topic.VERDICTS);

  @Bean
  Dependency database(DataSource database) {
    return new DatabaseDependency(database, "verifier", MIGRATION);
  }

  @Bean
  Adjudicator adjudicator(
      JdbcOperations jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      JdbcReferences references,
      SettledAnswers answers,
      Assurance assurance,
      Requests requests,
      InstantSource clock) {
    return new Adjudicator(
        new JdbcEvidenceStore(
            jdbc, new TransactionTemplate(transactions), outbox, references, answers),
        new Selection(assurance),
        new MathEquality(),
        requests,
        clock);
  }

  @Bean
  JdbcReferences references(JdbcClient jdbc, VerifierProperties properties) {
    return new JdbcReferences(
        jdbc, properties.requests() == VerifierProperties.RequestKind.REFERRED);
  }

  @Bean
  Requests requests(
      VerdictSource source, VerifierProperties properties, ArbiterProperties arbiter) {
    return new Requests(
        source.mostVerdicts(),
        arbiter.role().played() ? arbiter.mostPairs() : 0,
        properties.summarised());
  }

  /** In the registry that all of a process share: in one JVM the gateway's port shows them. */
  @Bean
  SettledAnswers settledAnswers(InstantSource clock) {
    return new SettledAnswers(Metrics.globalRegistry, clock);
  }

  @Bean
  Undeliverable undeliverableEvents(JdbcClient jdbc, VerdictSource source, InstantSource clock) {
    return new UndeliverableEvents(jdbc, source.version(), clock);
  }

  @Bean
  VerdictSource verdictSource(Role verifier, VerifierProperties properties) {
    return switch (properties.verdicts()) {
      case SAMPLED -> new SampledVerdicts(verifier, properties.summarised());
      case LIKELIHOOD -> {
        requireNative(properties);
        yield likelihood(verifier, properties.likelihood());
      }
    };
  }

  private static void requireNative(VerifierProperties properties) {
    if (properties.summarised()) {
      throw new IllegalArgumentException(
          "assay.verifier.outcome: summarised, with assay.verifier.verdicts: likelihood (expected:"
              + " native, as only steps in the model's own words have likelihoods)");
    }
  }

  private static VerdictSource likelihood(Role verifier, String scale) {
    try {
      LikelihoodRole reader = LikelihoodRole.of(verifier);
      LOG.info("verdicts by likelihood: one on each solution, however many a policy allows");
      return new LikelihoodVerdicts(reader, LikelihoodFile.read(scale));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "assay.verifier.verdicts: likelihood: " + e.getMessage(), e);
    }
  }

  @Bean
  Assurance assurance(VerifierProperties properties, VerdictSource source) {
    return CalibrationFile.read(properties.calibration(), source.version());
  }

  @Bean
  Repeater deadlineSweep(Adjudicator adjudicator, VerifierProperties properties) {
    DeadlineSweep sweep =
        new DeadlineSweep(adjudicator, properties.sweep(), properties.forgetStrays());
    return new Repeater("deadline-sweep", sweep::sweep);
  }

  @Bean
  Repeater expiry(JdbcClient jdbc, InstantSource clock, EvidenceProperties properties) {
    return new Repeater("expiry", new ExpiredEvidence(jdbc, clock, properties.retention())::sweep);
  }

  /** All that is evidence. */
  @Bean
  Consumer<Message<List<RawRecord>>> record(Consumers consumers, Adjudicator adjudicator) {
    return consumers.state(
        EVIDENCE, STATE, OWNED, new SideBySide(adjudicator::take), DatabaseFailures::passes);
  }

  @Bean
  Consumer<Message<Delivery>> verify(
      Consumers consumers, VerdictSource source, References references) {
    VerificationWork work = new VerificationWork(new Verifier(source), references);
    return consumers.work(Topic.VERIFICATIONS, WORK, true, work, Retries.USUAL);
  }
}
