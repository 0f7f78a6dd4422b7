// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be configured of the evidence.
 *
 * @param retention how long a problem and its evidence are kept after it was settled; longer than
 *     the topics keep its events, which would otherwise be taken for those of a new problem
 */
@Validated
@ConfigurationProperties(value = "assay.evidence", ignoreUnknownFields = false)
record EvidenceProperties(@DefaultValue("30d") @DurationMin(days = 7) Duration retention) {}
