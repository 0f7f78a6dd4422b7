// SPDX-License-Identifier: Apache-2.0

/** What a study found, and how people and machines read it. */
@NullMarked
package dev.assay.lab.report;

import org.jspecify.annotations.NullMarked;
