// SPDX-License-Identifier: Apache-2.0
/** Finds out whether the model of a role does its job as it is configured, and what to change. */
@NullMarked
package dev.assay.roles.check;

import org.jspecify.annotations.NullMarked;
