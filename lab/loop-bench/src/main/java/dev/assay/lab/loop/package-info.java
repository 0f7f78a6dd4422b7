// SPDX-License-Identifier: Apache-2.0

/** Measures the running loop on problems whose answers are known. */
@NullMarked
package dev.assay.lab.loop;

import org.jspecify.annotations.NullMarked;
