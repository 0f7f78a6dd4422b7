// SPDX-License-Identifier: Apache-2.0

/** What a running system's processor time and allocations go into. */
@NullMarked
package dev.assay.lab.overhead.profile;

import org.jspecify.annotations.NullMarked;
