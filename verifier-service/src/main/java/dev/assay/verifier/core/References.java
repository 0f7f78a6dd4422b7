// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier.core;

import dev.assay.contracts.ComparisonEvent;
import dev.assay.contracts.OutcomeEvent;
import dev.assay.contracts.VerificationEvent;
import java.util.Optional;

/**
 * What requests only refer to, so that a long question and a long solution are not on the wire once
 * for each verdict. Empty where nobody waits for the work any more: the problem is settled, or
 * forgotten. A request that brings everything is given back as it is.
 */
public interface References {

  /** With its question and what is to be judged. */
  Optional<VerificationEvent.Requested> whole(VerificationEvent.Requested request);

  /** With its question. */
  Optional<ComparisonEvent.Requested> whole(ComparisonEvent.Requested request);

  /** With its question. */
  Optional<OutcomeEvent.Requested> whole(OutcomeEvent.Requested request);
}
