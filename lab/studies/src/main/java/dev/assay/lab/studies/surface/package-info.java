// SPDX-License-Identifier: Apache-2.0

/** A simulation of many attempts and many verdicts, beside a published surface. */
@NullMarked
package dev.assay.lab.studies.surface;

import org.jspecify.annotations.NullMarked;
