// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many consumers a process has.
 *
 * @param consumers of each topic whose events are only kept
 * @param workers of the topic that its work comes from; each has a poll of up to 64 calls in hand
 */
@Validated
@ConfigurationProperties(value = "assay.messaging", ignoreUnknownFields = false)
record MessagingProperties(
    @DefaultValue("1") @Min(1) @Max(1_000) int consumers,
    @DefaultValue("2") @Min(1) @Max(1_000) int workers) {}
