// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of its work a process takes in hand.
 *
 * @param slots how many tasks of each kind, which are model calls, are worked at a time
 * @param ahead how many more are read, so that who has few of them need not wait for who has many
 * @param aheadBytes how large those may be together
 * @param gather how long bindings that are handed polls wait for more, by their names
 */
@Validated
@ConfigurationProperties(value = "assay.messaging", ignoreUnknownFields = false)
record MessagingProperties(
    @DefaultValue("64") @Min(1) @Max(10_000) int slots,
    @DefaultValue("4096") @Min(1) @Max(1_000_000) int ahead,
    @DefaultValue("32MB") DataSize aheadBytes,
    @DefaultValue Map<String, Duration> gather) {}
