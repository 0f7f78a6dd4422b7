// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.config;

import dev.assay.embedded.model.server.http.CallPlaces;
import dev.assay.embedded.model.server.http.CompletionCalls;
import dev.assay.embedded.model.server.weights.ServedModels;
import dev.assay.service.http.CallerValve;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the server together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelServerProperties.class)
class ModelServerConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ModelServerConfiguration.class);

  /** Opened before the port is, and closed after it: they hold native memory. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  ServedModels servedModels(ModelServerProperties properties) {
    return ServedModels.open(properties.folder());
  }

  @Bean
  CallPlaces callPlaces(ModelServerProperties properties, MeterRegistry meters) {
    CallPlaces places = new CallPlaces(properties.mostCalls());
    meters.gauge("assay.model.calls", places, CallPlaces::taken);
    return places;
  }

  @Bean
  CompletionCalls completionCalls(
      ServedModels models, ModelServerProperties properties, MeterRegistry meters) {
    int largest = Math.toIntExact(properties.largestBody().toBytes());
    return new CompletionCalls(models, largest, properties.timeout(), meters);
  }

  /** Nobody is let in from outside by a setting that is blank. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections() {
    return factory -> {
      if (factory.getAddress() == null) {
        factory.setAddress(InetAddress.getLoopbackAddress());
      }
      factory.addEngineValves(new CallerValve());
    };
  }

  @Bean
  ApplicationListener<WebServerInitializedEvent> announcement(ServedModels models) {
    return event ->
        LOG.info(
            "serves {} on port {}",
            String.join(", ", models.names()),
            event.getWebServer().getPort());
  }
}
