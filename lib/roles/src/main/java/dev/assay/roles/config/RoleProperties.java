// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.contracts.Bounds;
import dev.assay.model.ModelSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which model a service asks, in which style, and how.
 *
 * @param style the name of the protocol; blank for the one that suits the model: {@code compact}
 *     for a checkpoint in a folder, {@code general} for a model on a server
 * @param temperature of the first request, 0 is greedy
 * @param topP nucleus sampling, above 0, at most 1
 * @param maxTokens the longest reply
 * @param timeout the longest wait for a reply
 * @param maxReplyBytes the longest reply without its thoughts, in bytes on the wire; half of what a
 *     solution may take, as a revision is what it keeps of a solution and a reply
 */
@Validated
@ConfigurationProperties(value = "assay.role", ignoreUnknownFields = false)
record RoleProperties(
    @Valid @NotNull @NestedConfigurationProperty ModelSource model,
    @DefaultValue("") String style,
    @DefaultValue("0.7") @DecimalMin("0") @DecimalMax("2") double temperature,
    @DefaultValue("1") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") double topP,
    @DefaultValue("256") @Min(1) @Max(131_072) int maxTokens,
    @DefaultValue("60s") @DurationMin(millis = 1) Duration timeout,
    @DefaultValue("65536") @Min(1_024) @Max(Bounds.TEXT) int maxReplyBytes) {}
