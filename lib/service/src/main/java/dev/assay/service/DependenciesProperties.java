// SPDX-License-Identifier: Apache-2.0
package dev.assay.service;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a process waits for what it needs.
 *
 * @param await whether it waits at all; otherwise what is missing ends the start
 * @param retry between two looks while something is missing
 * @param recheck between two looks afterwards
 */
@Validated
@ConfigurationProperties(value = "assay.dependencies", ignoreUnknownFields = false)
record DependenciesProperties(
    @DefaultValue("true") boolean await,
    @DefaultValue("1s") @DurationMin(millis = 10) Duration retry,
    @DefaultValue("10s") @DurationMin(millis = 10) Duration recheck) {}
