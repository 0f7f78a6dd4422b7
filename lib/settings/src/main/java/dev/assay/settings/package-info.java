// SPDX-License-Identifier: Apache-2.0

/** The variables of a process, those included whose values lie in files. */
@NullMarked
package dev.assay.settings;

import org.jspecify.annotations.NullMarked;
