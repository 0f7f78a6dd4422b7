// SPDX-License-Identifier: Apache-2.0

/** Chains of thought that a model checked and persons read. */
@NullMarked
package dev.assay.lab.studies.verifycot;

import org.jspecify.annotations.NullMarked;
