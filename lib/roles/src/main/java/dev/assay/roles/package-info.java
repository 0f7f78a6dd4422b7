// SPDX-License-Identifier: Apache-2.0

/** The models at work: who is asked, how, and what it cost. Plain Java; wiring is in config. */
@NullMarked
package dev.assay.roles;

import org.jspecify.annotations.NullMarked;
