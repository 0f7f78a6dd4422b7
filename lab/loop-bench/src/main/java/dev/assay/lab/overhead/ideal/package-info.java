// SPDX-License-Identifier: Apache-2.0

/** What the same calls would take if nothing but the model took time: plain functions. */
@NullMarked
package dev.assay.lab.overhead.ideal;

import org.jspecify.annotations.NullMarked;
