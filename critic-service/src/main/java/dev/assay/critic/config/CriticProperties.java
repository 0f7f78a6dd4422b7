// SPDX-License-Identifier: Apache-2.0
package dev.assay.critic.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be configured of critic-service.
 *
 * @param votes how many judgements are drawn of each solution, to vote on its first wrong step; for
 *     more than one {@code assay.role.votes} says that they are drawn as the protocol draws votes
 */
@Validated
@ConfigurationProperties(value = "assay.critic", ignoreUnknownFields = false)
record CriticProperties(@DefaultValue("1") @Min(1) @Max(64) int votes) {}
