// SPDX-License-Identifier: Apache-2.0
package dev.assay.messaging.broker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made.
 *
 * @param partitions of each topic: replicas of a service share them, so that as many replicas have
 *     work at most
 * @param replication copies of each topic, or -1 for as many as the broker makes of any
 * @param retention how long events are kept; shorter than problems are, as the event of a problem
 *     that is forgotten would be taken for a new one
 * @param deadLetters how long dead letters are kept
 */
@Validated
@ConfigurationProperties(value = "assay.topics", ignoreUnknownFields = false)
public record TopicProperties(
    @DefaultValue("4") @Min(1) @Max(10_000) int partitions,
    @DefaultValue("-1") @Min(-1) @Max(100) short replication,
    @DefaultValue("3d") @DurationMin(hours = 1) Duration retention,
    @DefaultValue("30d") @DurationMin(hours = 1) Duration deadLetters) {}
