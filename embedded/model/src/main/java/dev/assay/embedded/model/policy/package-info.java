// SPDX-License-Identifier: Apache-2.0

/**
 * Learning from a model's own samples: what is kept of them, and how much it counts. The loop of
 * training does not know the difference; it is told examples and weights.
 */
@NullMarked
package dev.assay.embedded.model.policy;

import org.jspecify.annotations.NullMarked;
