// SPDX-License-Identifier: Apache-2.0

/** The studies: one recorded set each, or one simulation. */
@NullMarked
package dev.assay.lab.studies;

import org.jspecify.annotations.NullMarked;
