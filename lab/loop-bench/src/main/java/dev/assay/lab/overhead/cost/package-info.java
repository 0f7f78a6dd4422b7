// SPDX-License-Identifier: Apache-2.0

/** What a system's processes have used, as the operating system tells it. */
@NullMarked
package dev.assay.lab.overhead.cost;

import org.jspecify.annotations.NullMarked;
