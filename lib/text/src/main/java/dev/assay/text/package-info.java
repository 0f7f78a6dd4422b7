// SPDX-License-Identifier: Apache-2.0

/** What the reading of a stranger's text may cost. */
@NullMarked
package dev.assay.text;

import org.jspecify.annotations.NullMarked;
