// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import dev.assay.service.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/**
 * The broker: reached, recent enough, and with the topics of the system, which whoever comes first
 * makes.
 */
public final class KafkaDependency implements Dependency {

  /** The first metadata version of Kafka 4.2: a broker that can have it is at least that new. */
  private static final short OLDEST = 28;

  private static final String RELEASE = "metadata.version";
  private static final int PATIENCE_MILLIS = 5_000;

  private final Map<String, Object> clients;
  private final WantedTopics wanted;

  /**
   * @param clients what clients of this broker are configured with
   */
  public KafkaDependency(Map<String, Object> clients, TopicProperties topics) {
    this.clients = new HashMap<>(clients);
    this.clients.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.clients.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.wanted = new WantedTopics(topics);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public Optional<String> trouble() {
    try (Admin admin = Admin.create(clients)) {
      Optional<String> old = tooOld(admin);
      return old.isPresent() ? old : topics(admin);
    } catch (ExecutionException e) {
      return Optional.of(told(e.getCause() == null ? e : e.getCause()));
    } catch (KafkaException e) {
      return Optional.of(told(unusable(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private Optional<String> tooOld(Admin admin) throws ExecutionException, InterruptedException {
    SupportedVersionRange range =
        admin.describeFeatures().featureMetadata().get().supportedFeatures().get(RELEASE);
    return tooOld(range == null ? null : range.maxVersion())
        .map(old -> "the broker at " + servers() + " " + old);
  }

  /**
   * @param newest metadata version that the broker can have; null from before there were any
   */
  static Optional<String> tooOld(@Nullable Short newest) {
    return newest != null && newest >= OLDEST
        ? Optional.empty()
        : Optional.of(
            "is too old: it knows %s (expected: Kafka 4.2 or later, with metadata.version %d; upgrade it)"
                .formatted(
                    newest == null ? "no metadata.version" : RELEASE + " " + newest, OLDEST));
  }

  /**
   * Makes a topic that is not one of ours, unless it is there.
   *
   * @throws KafkaException if that cannot be done now
   */
  public void requireTopic(String name) {
    try (Admin admin = Admin.create(clients)) {
      make(admin, List.of(name));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private Optional<String> topics(Admin admin) throws ExecutionException, InterruptedException {
    List<String> missing = new ArrayList<>(wanted.names());
    missing.removeAll(admin.listTopics().names().get());
    if (!missing.isEmpty()) {
      make(admin, missing);
    }
    return unfit(admin);
  }

  /** Another process may make them at the same time. */
  private void make(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    var made = admin.createTopics(names.stream().map(wanted::made).toList()).values();
    for (var each : made.values()) {
      try {
        each.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private Optional<String> unfit(Admin admin) throws ExecutionException, InterruptedException {
    List<String> names = wanted.names();
    Collection<TopicDescription> topics =
        admin.describeTopics(names).allTopicNames().get().values();
    Map<ConfigResource, Config> configs =
        admin.describeConfigs(names.stream().map(KafkaDependency::resource).toList()).all().get();
    return topics.stream()
        .map(topic -> wanted.trouble(topic, config(configs, topic)))
        .flatMap(Optional::stream)
        .sorted()
        .findFirst();
  }

  private static Config config(Map<ConfigResource, Config> configs, TopicDescription topic) {
    return configs.getOrDefault(resource(topic.name()), new Config(Set.of()));
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  /**
   * A client that cannot even be made was told something that cannot be, unless it is a name that
   * nobody knows yet.
   */
  private static Throwable unusable(KafkaException failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String said = String.valueOf(innermost.getMessage());
    if (said.contains("resolvable bootstrap")) {
      return innermost;
    }
    throw new IllegalArgumentException(
        "Kafka's settings: %s (expected: hosts with ports in ASSAY_KAFKA, and a protocol, a mechanism and a login as ASSAY_KAFKA_PROTOCOL, ASSAY_KAFKA_MECHANISM and ASSAY_KAFKA_LOGIN have them)"
            .formatted(said),
        failure);
  }

  private String told(Throwable failure) {
    String said = "Kafka at " + servers() + ": " + failure.getMessage();
    return switch (failure) {
      case AuthenticationException _ ->
          said
              + " (expected: the login and protocol of ASSAY_KAFKA_LOGIN and ASSAY_KAFKA_PROTOCOL)";
      case AuthorizationException _ ->
          said
              + " (expected: leave to describe, and make where they are missing, "
              + wanted.names()
              + ")";
      case UnsupportedVersionException _ -> said + " (expected: Kafka 4.2 or later; upgrade it)";
      default ->
          said
              + " (expected: a broker at ASSAY_KAFKA that answers to ASSAY_KAFKA_PROTOCOL and"
              + " ASSAY_KAFKA_MECHANISM; start it)";
    };
  }

  private String servers() {
    return clients.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG) instanceof Collection<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(clients.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }
}
