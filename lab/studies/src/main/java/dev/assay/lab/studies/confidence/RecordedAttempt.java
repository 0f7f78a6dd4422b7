// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.studies.confidence;

import dev.assay.selection.VerdictTally;
import org.jspecify.annotations.Nullable;

/**
 * What a recorded model answered, and what was made of it.
 *
 * @param answer or null where it stated none
 * @param verdicts {@link VerdictTally#NONE} where the set has none
 */
record RecordedAttempt(@Nullable String answer, boolean right, VerdictTally verdicts) {}
