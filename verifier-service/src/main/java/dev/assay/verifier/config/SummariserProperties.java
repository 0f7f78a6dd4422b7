// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import dev.assay.model.ModelSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be configured of the summariser, who is asked with {@code assay.verifier.outcome:
 * summarised}.
 *
 * @param model of the summariser's own; blank for the verifier's
 * @param protocol its name; blank for the one that suits the summariser's own model, or the
 *     verifier's
 * @param temperature of the first request, 0 is greedy
 * @param maxTokens the longest reply
 * @param timeout the longest wait for a reply
 */
@Validated
@ConfigurationProperties(value = "assay.summariser", ignoreUnknownFields = false)
record SummariserProperties(
    @Valid @Nullable @NestedConfigurationProperty ModelSource model,
    @DefaultValue("") String protocol,
    @DefaultValue("0") @DecimalMin("0") @DecimalMax("2") double temperature,
    @DefaultValue("4096") @Min(1) @Max(131_072) int maxTokens,
    @DefaultValue("60s") @DurationMin(millis = 1) Duration timeout) {

  /** How its model is asked, if it is. */
  SideRole role(boolean wanted) {
    return new SideRole(
        "assay.summariser", wanted, model, protocol, temperature, maxTokens, timeout);
  }
}
