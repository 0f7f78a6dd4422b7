// SPDX-License-Identifier: Apache-2.0

/** What the loop costs beside its model calls: time, processor, memory and storage. */
@NullMarked
package dev.assay.lab.overhead;

import org.jspecify.annotations.NullMarked;
