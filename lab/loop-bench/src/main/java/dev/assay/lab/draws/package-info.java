// SPDX-License-Identifier: Apache-2.0

/** Draws a pool from the loop's roles, with the cores of the services and without their topics. */
@NullMarked
package dev.assay.lab.draws;

import org.jspecify.annotations.NullMarked;
