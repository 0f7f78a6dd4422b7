// SPDX-License-Identifier: Apache-2.0

/** How the rooms are wired. */
@NullMarked
package dev.assay.refine.config;

import org.jspecify.annotations.NullMarked;
