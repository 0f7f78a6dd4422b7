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
 * What can be configured of the arbiter, who is asked where nothing computes whether two answers
 * are one. Off unless it is enabled or has a model of its own.
 *
 * @param enabled whether the verifier's own model is asked where the arbiter has none
 * @param mostPairs the most pairs of one problem's answers that are asked about; the rest stay
 *     unknown
 * @param model of the arbiter's own; blank for the verifier's
 * @param protocol its name; blank for the one that suits the arbiter's own model, or the verifier's
 * @param temperature of the first request, 0 is greedy
 * @param maxTokens the longest reply
 * @param timeout the longest wait for a reply
 */
@Validated
@ConfigurationProperties(value = "assay.arbiter", ignoreUnknownFields = false)
record ArbiterProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("32") @Min(1) @Max(2_016) int mostPairs,
    @Valid @Nullable @NestedConfigurationProperty ModelSource model,
    @DefaultValue("") String protocol,
    @DefaultValue("0") @DecimalMin("0") @DecimalMax("2") double temperature,
    @DefaultValue("1024") @Min(1) @Max(131_072) int maxTokens,
    @DefaultValue("60s") @DurationMin(millis = 1) Duration timeout) {

  /** How its model is asked, if it is. */
  SideRole role() {
    return new SideRole("assay.arbiter", enabled, model, protocol, temperature, maxTokens, timeout);
  }
}
