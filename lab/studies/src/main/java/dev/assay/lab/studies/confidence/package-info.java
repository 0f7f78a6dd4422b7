// SPDX-License-Identifier: Apache-2.0

/** Settles recorded problems and measures how well the sureness of the answers is known. */
@NullMarked
package dev.assay.lab.studies.confidence;

import org.jspecify.annotations.NullMarked;
