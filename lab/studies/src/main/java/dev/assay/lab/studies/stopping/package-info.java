// SPDX-License-Identifier: Apache-2.0

/**
 * Calls that were recorded, or simulated, and what rules would have made of some of them; for every
 * study that stops early, and for the curves of the loop.
 */
@NullMarked
package dev.assay.lab.studies.stopping;

import org.jspecify.annotations.NullMarked;
