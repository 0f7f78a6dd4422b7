// SPDX-License-Identifier: Apache-2.0

/** What was measured, and how people and machines read it; for everything that measures. */
@NullMarked
package dev.assay.lab.report;

import org.jspecify.annotations.NullMarked;
