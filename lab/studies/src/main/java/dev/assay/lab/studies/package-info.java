// SPDX-License-Identifier: Apache-2.0

/**
 * What a study is and how one is run, for the command line; the studies have packages of their own,
 * one for each recorded set, or simulation.
 */
@NullMarked
package dev.assay.lab.studies;

import org.jspecify.annotations.NullMarked;
