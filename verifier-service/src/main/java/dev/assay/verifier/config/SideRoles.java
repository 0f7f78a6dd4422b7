// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import dev.assay.contracts.Topic;
import dev.assay.messaging.Consumers;
import dev.assay.messaging.Delivery;
import dev.assay.messaging.Retries;
import dev.assay.model.Model;
import dev.assay.roles.Role;
import dev.assay.verifier.core.Arbiter;
import dev.assay.verifier.core.References;
import dev.assay.verifier.core.Summariser;
import dev.assay.verifier.in.ComparisonWork;
import dev.assay.verifier.in.OutcomeWork;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * The arbiter and the summariser. Both are there whether anybody plays them or not, so that what a
 * replica with another configuration asks for is answered, if only by saying that nothing is known.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ArbiterProperties.class, SummariserProperties.class})
class SideRoles {

  private static final Logger LOG = LoggerFactory.getLogger(SideRoles.class);
  private static final String COMPARISONS = "verifier-comparisons";
  private static final String OUTCOMES = "verifier-outcomes";

  /**
   * One who plays a role, and the model that was opened for it, which is closed with the context. A
   * model of its own would be a second one where the verifier's is looked for.
   */
  record Played<T>(T role, @Nullable Model own) {

    /** Called as the context is closed. */
    public void close() throws Exception {
      if (own instanceof AutoCloseable open) {
        open.close();
      }
    }
  }

  @Bean(destroyMethod = "close")
  Played<Arbiter> arbiter(Role verifier, ArbiterProperties properties) {
    Played<Arbiter> played = played(properties.role(), verifier, Arbiter::new);
    if (properties.role().played()) {
      LOG.info("arbiter: {}", played.role().version());
    }
    return played;
  }

  @Bean(destroyMethod = "close")
  Played<Summariser> summariser(
      Role verifier, VerifierProperties verification, SummariserProperties properties) {
    SideRole role = properties.role(verification.summarised());
    return played(verification.summarised() ? role : role.unplayed(), verifier, Summariser::new);
  }

  private static <T> Played<T> played(
      SideRole side, Role verifier, Function<@Nullable Role, T> player) {
    try {
      Model own = side.open();
      return new Played<>(player.apply(side.played() ? side.by(own, verifier) : null), own);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(side.prefix() + ": " + e.getMessage(), e);
    }
  }

  @Bean
  Consumer<Message<Delivery>> compare(
      Consumers consumers, Played<Arbiter> arbiter, References references) {
    ComparisonWork work = new ComparisonWork(arbiter.role(), references);
    return consumers.work(Topic.COMPARISONS, COMPARISONS, true, work, Retries.USUAL);
  }

  @Bean
  Consumer<Message<Delivery>> summarise(
      Consumers consumers, Played<Summariser> summariser, References references) {
    OutcomeWork work = new OutcomeWork(summariser.role(), references);
    return consumers.work(Topic.OUTCOMES, OUTCOMES, true, work, Retries.USUAL);
  }
}
