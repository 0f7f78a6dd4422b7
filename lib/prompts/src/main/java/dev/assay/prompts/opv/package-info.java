// SPDX-License-Identifier: Apache-2.0

/** The style of the outcome-based process verifier (OPV). */
@NullMarked
package dev.assay.prompts.opv;

import org.jspecify.annotations.NullMarked;
