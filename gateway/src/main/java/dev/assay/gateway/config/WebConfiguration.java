// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.assay.gateway.core.ProblemChanges;
import dev.assay.gateway.core.Problems;
import dev.assay.gateway.core.SharedLook;
import dev.assay.gateway.in.http.AcceptedTypes;
import dev.assay.gateway.in.http.BodyLimit;
import dev.assay.gateway.in.http.EventStream;
import dev.assay.gateway.in.http.HostCheck;
import dev.assay.gateway.in.http.HttpJson;
import dev.assay.gateway.in.http.ProblemReportValve;
import dev.assay.gateway.in.http.UnknownPath;
import dev.assay.messaging.DatabaseFailures;
import dev.assay.service.http.CallerValve;
import io.swagger.v3.core.jackson.ModelResolver;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
    return DatabaseFailures::passes;
  }

  @Bean
  BodyLimit bodyLimit(GatewayProperties properties) {
    return new BodyLimit((int) properties.largestBody().toBytes());
  }

  @Bean
  WebMvcConfigurer negotiation() {
    return new WebMvcConfigurer() {
      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new AcceptedTypes()));
      }
    };
  }

  /** Goes before everything else: what it refuses is not even read. */
  @Bean
  FilterRegistrationBean<HostCheck> hostCheck(
      GatewayProperties properties, ServerProperties server) {
    InetAddress address = server.getAddress();
    boolean loopback = address != null && address.isLoopbackAddress();
    var check = new FilterRegistrationBean<>(new HostCheck(loopback, properties.allowedHosts()));
    check.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return check;
  }

  /** What no other handler takes. */
  @Bean
  HandlerMapping unknownPaths(RequestMappingHandlerMapping requestMappingHandlerMapping) {
    HttpRequestHandler handler = new UnknownPath(requestMappingHandlerMapping);
    return new SimpleUrlHandlerMapping(Map.of("/**", handler), Ordered.LOWEST_PRECEDENCE);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> container() {
    return factory -> {
      factory.addEngineValves(new CallerValve());
      factory.addContextCustomizers(
          context -> {
            ProblemReportValve reports = new ProblemReportValve();
            context.getParent().getPipeline().addValve(reports);
            // The host adds a valve of its own unless it finds one of this name.
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(reports.getClass().getName());
          });
    };
  }

  @Bean
  EventStream eventStream(
      GatewayProperties properties,
      Problems problems,
      ProblemChanges changes,
      SharedLook look,
      InstantSource clock) {
    return new EventStream(
        problems,
        changes,
        look,
        clock,
        properties.waits().heartbeat(),
        properties.waits().evidenceGrace());
  }

  /** Long requests end first, or the server would wait for them. */
  @Bean
  ApplicationListener<ContextClosedEvent> letGo(ProblemChanges changes) {
    return _ -> changes.stop();
  }

  /** The document names fields as the wire does. */
  @Bean
  ModelResolver modelResolver() {
    return new ModelResolver(
        new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }
}
