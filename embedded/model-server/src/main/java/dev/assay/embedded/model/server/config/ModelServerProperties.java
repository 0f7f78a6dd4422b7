// SPDX-License-Identifier: Apache-2.0
package dev.assay.embedded.model.server.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be configured of the server.
 *
 * @param models the folder of folders of weights; blank for that of a checkout
 * @param mostCalls that are in the server at a time; one more is asked to come again
 * @param largestBody of a request
 * @param timeout the longest that a call may take, waiting included
 */
@ConfigurationProperties(value = "assay.server", ignoreUnknownFields = false)
record ModelServerProperties(
    @DefaultValue("") String models,
    @DefaultValue("256") int mostCalls,
    @DefaultValue("256KB") DataSize largestBody,
    @DefaultValue("60s") Duration timeout) {

  private static final String OF_A_CHECKOUT = "embedded/model/weights";
  private static final DataSize MOST_BODY = DataSize.ofMegabytes(16);

  ModelServerProperties {
    models = models.isBlank() ? OF_A_CHECKOUT : models.strip();
    require(mostCalls >= 1 && mostCalls <= 1_024, "most-calls", mostCalls, "1 to 1024");
    require(
        largestBody.toBytes() >= 1 && largestBody.compareTo(MOST_BODY) <= 0,
        "largest-body",
        largestBody,
        "at most " + MOST_BODY);
    require(timeout.isPositive(), "timeout", timeout, "positive");
  }

  private static void require(boolean met, String name, Object value, String expected) {
    if (!met) {
      throw new IllegalArgumentException(
          "assay.server.%s: %s (expected: %s)".formatted(name, value, expected));
    }
  }

  Path folder() {
    return Path.of(models);
  }
}
