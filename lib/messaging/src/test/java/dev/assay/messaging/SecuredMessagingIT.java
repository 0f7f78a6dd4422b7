// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.AttemptEvent;
import dev.assay.contracts.Topic;
import dev.assay.testing.Certificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.messaging.Message;

/**
 * A service that is told by nothing but environment variables how to reach a broker that takes
 * nobody unsecured: makes its topics, publishes, and takes what was published.
 */
class SecuredMessagingIT {

  private static final BlockingQueue<String> WORKED = new LinkedBlockingQueue<>();

  @TempDir static Path folder;
  private static Certificates authority;
  private static Certificates stranger;
  private static SecuredBroker broker;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    authority = Certificates.in(folder.resolve("authority"));
    authority.sign("worker");
    stranger = Certificates.in(folder.resolve("stranger"));
    stranger.sign("worker");
    broker = new SecuredBroker(folder.resolve("kafka"), authority);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aPasswordOverTls() throws Exception {
    assertWorks(passwords(authority, SecuredBroker.PASSWORD));
  }

  @Test
  void clientCertificatesAsPem() throws Exception {
    assertWorks(certificates(authority));
  }

  @Test
  void clientCertificatesInKeyStores() throws Exception {
    Map<String, String> environment = trust(authority, "SSL");
    environment.put("ASSAY_KAFKA", broker.forCertificates());
    environment.put("SPRING_KAFKA_SSL_KEYSTORELOCATION", "file:" + authority.store("worker"));
    environment.put("SPRING_KAFKA_SSL_KEYSTOREPASSWORD", Certificates.PASSWORD);

    assertWorks(environment);
  }

  @Test
  void aBrokerOfAnotherAuthorityIsNotTrusted() {
    assertThatThrownBy(() -> describe(passwords(stranger, SecuredBroker.PASSWORD)))
        .hasCauseInstanceOf(SslAuthenticationException.class)
        .hasStackTraceContaining("CertPathValidatorException");
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> describe(passwords(authority, "a wrong one")))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws IOException {
    Map<String, String> environment = certificates(stranger);
    environment.put("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:" + authority.authority());

    assertThatThrownBy(() -> describe(environment))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  private static Map<String, String> passwords(Certificates trusted, String password)
      throws IOException {
    Map<String, String> environment = trust(trusted, "SASL_SSL");
    environment.put("ASSAY_KAFKA", broker.forPasswords());
    environment.put("ASSAY_KAFKA_MECHANISM", "SCRAM-SHA-512");
    environment.put(
        "ASSAY_KAFKA_LOGIN",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
            + SecuredBroker.USER
            + "\" password=\""
            + password
            + "\";");
    return environment;
  }

  private static Map<String, String> certificates(Certificates own) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("ASSAY_KAFKA", broker.forCertificates());
    environment.put("ASSAY_KAFKA_PROTOCOL", "SSL");
    environment.put("SPRING_KAFKA_SSL_TRUSTSTORETYPE", "PEM");
    environment.put("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:" + own.authority());
    environment.put("SPRING_KAFKA_SSL_KEYSTORETYPE", "PEM");
    environment.put(
        "SPRING_KAFKA_SSL_KEYSTORELOCATION", "file:" + own.keyAndCertificates("worker"));
    return environment;
  }

  private static Map<String, String> trust(Certificates trusted, String protocol)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("ASSAY_KAFKA_PROTOCOL", protocol);
    environment.put("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:" + trusted.authorityStore());
    environment.put("SPRING_KAFKA_SSL_TRUSTSTOREPASSWORD", Certificates.PASSWORD);
    return environment;
  }

  private static void assertWorks(Map<String, String> environment) throws Exception {
    try (ConfigurableApplicationContext service = start(environment, "draft")) {
      AttemptEvent.Requested attempt = EventFixture.attempt(EventFixture.problem(), 0);
      Envelope envelope = new Envelope(attempt.eventId(), attempt.type(), "why", null, null);
      service.getBean(Publisher.class).publishNow(RawRecord.of(attempt, envelope));

      String worked = WORKED.poll(30, TimeUnit.SECONDS);
      while (worked != null && !worked.equals(attempt.eventId())) {
        worked = WORKED.poll(30, TimeUnit.SECONDS);
      }
      assertThat(worked).isEqualTo(attempt.eventId());
    }
  }

  /** As whoever makes topics reaches the broker: by Boot's properties, without the binder. */
  private static void describe(Map<String, String> environment) throws Exception {
    try (ConfigurableApplicationContext service = start(environment, "");
        Admin admin = Admin.create(service.getBean(KafkaProperties.class).buildAdminProperties())) {
      admin.describeCluster().nodes().get(20, TimeUnit.SECONDS);
    }
  }

  private static ConfigurableApplicationContext start(
      Map<String, String> environment, String functions) {
    StandardEnvironment whole = new StandardEnvironment();
    // By this end of its name variables are told apart from properties. The name alone is taken:
    // the
    // binder's own environment has the variables of this process under it.
    String name = "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    Map<String, Object> variables = new HashMap<>(environment);
    variables.put("ASSAY_REPLICATION", "1");
    whole.getPropertySources().addFirst(new SystemEnvironmentPropertySource(name, variables));
    return new SpringApplicationBuilder(Worker.class)
        .environment(whole)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.config.name=messaging",
            "spring.cloud.function.definition=" + functions,
            "spring.cloud.stream.bindings.draft-in-0.destination=attempts",
            "spring.cloud.stream.bindings.draft-in-0.group=worker",
            "spring.cloud.stream.bindings.draft-in-0.consumer.batch-mode=false")
        .run();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Worker {

    @Bean
    Consumer<Message<Delivery>> draft(Consumers consumers) {
      Work<AttemptEvent> work =
          new Work<>() {
            @Override
            public TryResult perform(AttemptEvent event) {
              WORKED.add(event.eventId());
              return new TryResult.Done(List.of());
            }

            @Override
            public List<AttemptEvent> giveUp(AttemptEvent event, Failure failure) {
              return List.of();
            }
          };
      return consumers.work(Topic.ATTEMPTS, "worker", true, work, Retries.USUAL);
    }
  }
}
