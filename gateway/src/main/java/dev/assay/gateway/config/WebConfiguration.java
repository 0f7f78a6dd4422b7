// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.assay.gateway.core.Changes;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.in.http.BodyLimit;
import dev.assay.gateway.in.http.EventStream;
import dev.assay.gateway.in.http.HttpJson;
import dev.assay.gateway.out.SqlFailures;
import io.swagger.v3.core.jackson.ModelResolver;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Wires what HTTP needs beyond its controllers. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  JsonMapper httpJson() {
    return HttpJson.mapper();
  }

  /** What HTTP answers with 503: in does not know out. */
  @Bean
  Predicate<Throwable> databaseIsAway() {
    return SqlFailures::isTransient;
  }

  @Bean
  BodyLimit bodyLimit(GatewayProperties properties) {
    return new BodyLimit((int) properties.largestBody().toBytes());
  }

  @Bean
  EventStream eventStream(
      GatewayProperties properties, Problems problems, Changes changes, InstantSource clock) {
    return new EventStream(
        problems,
        changes,
        clock,
        properties.poll(),
        properties.heartbeat(),
        properties.evidenceGrace());
  }

  /** Long requests end first, or the server would wait for them. */
  @Bean
  ApplicationListener<ContextClosedEvent> letGo(Changes changes) {
    return _ -> changes.stop();
  }

  /** The document names fields as the wire does. */
  @Bean
  ModelResolver modelResolver() {
    return new ModelResolver(
        new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }
}
