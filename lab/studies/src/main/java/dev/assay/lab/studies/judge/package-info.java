// SPDX-License-Identifier: Apache-2.0

/** Selection by the recorded scores of language model judges. */
@NullMarked
package dev.assay.lab.studies.judge;

import org.jspecify.annotations.NullMarked;
