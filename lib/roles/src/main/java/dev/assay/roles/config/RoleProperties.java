// SPDX-License-Identifier: Apache-2.0
package dev.assay.roles.config;

import dev.assay.contracts.Bounds;
import dev.assay.model.ModelSource;
import dev.assay.prompts.SuggestedSampling;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which model a service asks, in which protocol, and how.
 *
 * @param protocol its name; blank for the one that suits the model: {@code compact} for a
 *     checkpoint in a folder, {@code general} for a model on a server
 * @param prompts a folder with files in place of the protocol's prompts; blank for its own
 * @param votes whether several replies are drawn to vote, which protocols have another opinion of
 *     than of one reply that is to be the best
 * @param temperature of the first request, 0 is greedy; the protocol's where it has an opinion,
 *     else 0.7
 * @param topP nucleus sampling, above 0, at most 1; likewise, else 1
 * @param maxTokens the longest reply; 0 for the protocol's where it has an opinion, else 256
 * @param timeout the longest wait for a reply
 * @param maxReplyBytes the longest reply without its thoughts, in bytes on the wire; half of what a
 *     solution may take, as a revision is what it keeps of a solution and a reply
 */
@Validated
@ConfigurationProperties(value = "assay.role", ignoreUnknownFields = false)
record RoleProperties(
    @Valid @NotNull @NestedConfigurationProperty ModelSource model,
    @DefaultValue("") String protocol,
    @DefaultValue("") String prompts,
    @DefaultValue("false") boolean votes,
    @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature,
    @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") Double topP,
    @DefaultValue("0") @Min(0) @Max(131_072) int maxTokens,
    @DefaultValue("60s") @DurationMin(millis = 1) Duration timeout,
    @DefaultValue("65536") @Min(1_024) @Max(Bounds.TEXT) int maxReplyBytes) {

  /** Greedy, all attempts would end alike, and selection had nothing to choose from. */
  private static final double TEMPERATURE = 0.7;

  private static final double TOP_P = 1;
  private static final int MAX_TOKENS = 256;

  /** A blank one, as of a variable that nobody set, would be no number. */
  private static final int PROTOCOLS_OWN = 0;

  /** The same with nothing left to the protocol. */
  RoleProperties settledBy(SuggestedSampling suggested) {
    return new RoleProperties(
        model,
        protocol,
        prompts,
        votes,
        first(temperature, suggested.temperature(), TEMPERATURE),
        first(topP, suggested.topP(), TOP_P),
        first(maxTokens == PROTOCOLS_OWN ? null : maxTokens, suggested.maxTokens(), MAX_TOKENS),
        timeout,
        maxReplyBytes);
  }

  private static <T> T first(@Nullable T set, @Nullable T suggested, T otherwise) {
    return set != null ? set : Objects.requireNonNullElse(suggested, otherwise);
  }
}
