// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.config;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be configured of verifier-service.
 *
 * @param verdicts how verdicts are come by
 * @param outcome what is judged: {@code native}, the solution's own steps, or {@code summarised},
 *     the chain that a summariser reduces it to
 * @param requests whether requests for verdicts bring the question and the solution, or refer to
 *     them where they are long: {@code whole} or {@code referred}; the latter only once every
 *     replica of verifier-service and gateway reads it
 * @param likelihood the file that says what the verifier's likelihoods are worth; asked for by
 *     {@code verdicts: likelihood} only
 * @param sweep how often it looks for problems whose deadline has come
 * @param forgetStrays how long events are kept whose problem never arrives
 * @param calibration the file with labelled outcomes of this verifier, made by {@code ./assay
 *     calibrate}; empty for none: then there is no confidence, and no error rate is promised
 */
@Validated
@ConfigurationProperties(value = "assay.verifier", ignoreUnknownFields = false)
record VerifierProperties(
    @DefaultValue("sampled") VerdictKind verdicts,
    @DefaultValue("native") OutcomeKind outcome,
    @DefaultValue("whole") RequestKind requests,
    @DefaultValue("") String likelihood,
    @DefaultValue("500ms") @DurationMin(millis = 10) Duration sweep,
    @DefaultValue("24h") @DurationMin(hours = 2) Duration forgetStrays,
    @DefaultValue("") String calibration) {

  boolean summarised() {
    return outcome == OutcomeKind.SUMMARISED;
  }

  /** What is judged. */
  enum OutcomeKind {
    /** The steps of the solution, as they are. */
    NATIVE,
    /** The chain of steps that a model reduces the solution to, once for all its verdicts. */
    SUMMARISED
  }

  /** What a request for work of this service's own says. */
  enum RequestKind {
    /** Everything that is needed to do it. */
    WHOLE,
    /** Ids of what is long, which is in this service's database. */
    REFERRED
  }

  /** How verdicts are come by. */
  enum VerdictKind {
    /** The model writes its judgement, M times. */
    SAMPLED,
    /** The model says how likely it finds the claimed steps, once. */
    LIKELIHOOD
  }
}
