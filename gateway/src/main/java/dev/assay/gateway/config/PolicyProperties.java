// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.config;

import dev.assay.contracts.PolicyOverrides;
import dev.assay.contracts.PolicyOverrides.Conduct;
import dev.assay.contracts.PolicyOverrides.Effort;
import dev.assay.contracts.PolicyOverrides.ErrorRates;
import dev.assay.contracts.PolicyOverrides.Limits;
import dev.assay.contracts.PolicyOverrides.Scoring;
import dev.assay.contracts.PolicyOverrides.Thresholds;
import dev.assay.contracts.Stopping;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** The policy as operators write it: flat. A part without a name takes the names of its fields. */
record PolicyProperties(
    @Name("") @DefaultValue Effort effort,
    @Name("") @DefaultValue Scoring scoring,
    @Name("") @DefaultValue Thresholds thresholds,
    @Nullable Duration deadline,
    @Nullable Stopping stopping,
    @Name("") @DefaultValue ErrorRates errorRates,
    @Name("") @DefaultValue Conduct conduct,
    @Nullable Limits budget) {

  PolicyOverrides overrides() {
    return new PolicyOverrides(
        effort, scoring, thresholds, deadline, stopping, errorRates, conduct, budget);
  }
}
