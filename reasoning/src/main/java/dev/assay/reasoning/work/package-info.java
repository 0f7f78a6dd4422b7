// SPDX-License-Identifier: Apache-2.0

/** What the reading of a stranger's text may cost. */
@NullMarked
package dev.assay.reasoning.work;

import org.jspecify.annotations.NullMarked;
