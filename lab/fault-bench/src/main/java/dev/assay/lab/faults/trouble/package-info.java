// SPDX-License-Identifier: Apache-2.0
/** What is done to the system, and the problems that it has to solve meanwhile. */
@NullMarked
package dev.assay.lab.faults.trouble;

import org.jspecify.annotations.NullMarked;
